namespace EndToEnd.Tests.Resolutions;

/// <summary>What a person says of an operation that needs review. A name that the case gave (<see cref="ReviewStage.Name"/>) stands for what it names.</summary>
/// <param name="Outcome">The outcome of a resolution; <see cref="Cancelled"/> is a cancellation.</param>
/// <param name="Reference">The refund that it is.</param>
internal sealed record Word(string Outcome, string? Reference = null)
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string SendAgain = "sendAgain";
    public const string Cancelled = "cancelled";

    /// <summary>Keys that are named from the beginning, such as <c>portal:Done</c>.</summary>
    public IReadOnlyList<string> Despite { get; init; } = [];

    /// <summary>Whether it is said a second time with every key that the refusal listed.</summary>
    public bool Insists { get; init; }

    /// <summary>A part of the words in which it is refused.</summary>
    public string Because { get; init; } = "contradicts it";

    /// <summary>Keys that the refusal has to list.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
