namespace TwoC2P.Simulator.Faults;

/// <summary>An ordered fault. <c>Times</c> counts down; -1 stays until it is cleared.</summary>
internal sealed record Fault(
    string Kind,
    int Times = 1,
    FaultMatch? Match = null,
    double Seconds = 0,
    string? RespCode = null,
    string? Status = null,
    string? To = null,
    bool AfterWork = false,
    IReadOnlyDictionary<string, string>? Fields = null,
    IReadOnlyList<string>? Recipients = null
)
{
    /// <summary>The parameter of faults that wait or lag.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan Delay => TimeSpan.FromSeconds(Seconds);
}
