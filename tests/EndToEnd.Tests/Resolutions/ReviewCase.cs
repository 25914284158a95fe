namespace EndToEnd.Tests.Resolutions;

/// <summary>A way to a person, and what is true there. The operation is over 250.00 of 1000.00.</summary>
internal sealed record ReviewCase
{
    /// <summary>A part of the reason for which a person is called; where either of two is right, both with a bar between them.</summary>
    public required string Reason { get; init; }

    /// <summary>Leads there; faults that decide nothing stay.</summary>
    public required Func<ReviewStage, Task> Arrange { get; init; }

    /// <summary>What has to be refused.</summary>
    public IReadOnlyList<Word> Wrong { get; init; } = [];

    /// <summary>What has to be done after the wrong words, before the true one is followed.</summary>
    public Func<ReviewStage, Task>? First { get; init; }

    /// <summary>What is true.</summary>
    public required Word Truth { get; init; }

    /// <summary>The keys that the truth has to name; they are read from the refusal of the word without them.</summary>
    public IReadOnlyList<string> Overruled { get; init; } = [];

    /// <summary>Where the word has to wait for 2C2P (202): what lets 2C2P answer again.</summary>
    public Func<ReviewStage, Task>? WhileItWaits { get; init; }

    /// <summary>What 2C2P does after the word.</summary>
    public Func<ReviewStage, Task>? Afterwards { get; init; }

    /// <summary>The status in the end.</summary>
    public required string Ends { get; init; }

    /// <summary>Requests that move money and reached 2C2P, of the whole invoice.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>What the invoice reserves in the end, for a refund.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What 2C2P's own record has refunded in the end.</summary>
    public decimal Refunded { get; init; }

    /// <summary>The payment's status in 2C2P's own record in the end.</summary>
    public string Payment { get; init; } = "S";

    /// <summary>Whether a person is called for what the case is about.</summary>
    public bool IsCalledFor(string? reason) =>
        reason is not null && Reason.Split('|').Any(part => reason.Contains(part, StringComparison.Ordinal));
}
