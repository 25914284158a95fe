namespace Fuzz.Targets;

/// <summary>One place where foreign bytes are read.</summary>
internal interface IFuzzTarget
{
    /// <summary>What it reads, and in which form, such as <c>answers/payment-R/Jose</c>.</summary>
    string Name { get; }

    /// <summary>A new input. The same random numbers make the same input.</summary>
    byte[] NewInput(Random random);

    /// <summary>Reads an input as the product does, and says in a word what became of it. Whatever it throws is a finding.</summary>
    string Read(byte[] input);
}
