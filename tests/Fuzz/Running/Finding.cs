namespace Fuzz.Running;

/// <summary>An input that the product did not take as it should.</summary>
/// <param name="Target">What read it.</param>
/// <param name="Number">Which execution: with the seed it makes the same input again.</param>
/// <param name="Problem">What happened.</param>
/// <param name="Input">The bytes.</param>
internal sealed record Finding(string Target, int Number, string Problem, byte[] Input)
{
    private const int Shown = 240;

    public override string ToString() =>
        $"{Target} --only {Number}: {Problem}\n  {Convert.ToBase64String(Input.AsSpan(0, Math.Min(Input.Length, Shown)))}";
}
