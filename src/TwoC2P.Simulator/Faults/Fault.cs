using System.Text.Json.Serialization;
using TwoC2P.Simulator.PaymentAnswers;

namespace TwoC2P.Simulator.Faults;

/// <summary>An ordered fault: which calls it meets, and what it does to them. README.md lists the kinds with their parameters.</summary>
internal sealed record Fault
{
    public string? Kind { get; init; }

    /// <summary>What it is called when it is cleared or released; several may share a name.</summary>
    public string? Name { get; init; }

    public FaultMatch? Match { get; init; }

    /// <summary>How many calls it still meets; -1 stays until it is cleared.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching calls still pass before it begins.</summary>
    public int Skip { get; init; }

    /// <summary>The share of matching calls that it meets, 0 to 1; null meets all.</summary>
    public double? Chance { get; init; }

    /// <summary>Where the draws for <see cref="Chance" /> begin: the same seed meets the same calls.</summary>
    public long Seed { get; init; }

    /// <summary>From this moment on it meets nothing more.</summary>
    public DateTimeOffset? Until { get; init; }

    public double Seconds { get; init; }
    public string? RespCode { get; init; }
    public string? Status { get; init; }
    public string? To { get; init; }
    public bool AfterWork { get; init; }
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>late-work: the moment at which the work is done.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>late-work: what the work waits for instead of a moment.</summary>
    public string? When { get; init; }

    /// <summary>Which entries of a refund list it concerns: one of <see cref="FaultEntries.Words" /> or a reference.</summary>
    public string? Entry { get; init; }

    /// <summary>How userDefined fields are shown.</summary>
    public Marks? Marks { get; init; }

    /// <summary>answer-says: whether the request is carried out.</summary>
    public string? Work { get; init; }

    /// <summary>answer-says: the status that the gateway's record gets, whatever is answered.</summary>
    public string? Record { get; init; }

    /// <summary>answer-says: the refundReferenceNo that is told; empty leaves it out.</summary>
    public string? Reference { get; init; }

    /// <summary>answer-says: whether it looks like a result or like a refusal.</summary>
    public string? Form { get; init; }

    [JsonIgnore]
    public TimeSpan Delay => TimeSpan.FromSeconds(Seconds);

    /// <summary>How many draws for <see cref="Chance" /> were made.</summary>
    [JsonIgnore]
    public int Draws { get; init; }

    /// <summary>The number that was current when it was ordered: refunds with a higher one are later.</summary>
    [JsonIgnore]
    public long OrderedAfter { get; init; }
}
