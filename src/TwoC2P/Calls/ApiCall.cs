using TwoC2P.Messages;

namespace TwoC2P.Calls;

/// <summary>One call of an API, ready to be made.</summary>
/// <typeparam name="TResponse">The API's answer.</typeparam>
internal sealed record ApiCall<TResponse>
    where TResponse : class
{
    /// <summary>Which API, such as <c>CardTokens</c>. One of a few: metrics are told apart by it.</summary>
    public required string Api { get; init; }

    /// <summary>What it is asked to do, such as <c>Add</c>; null where it does one thing only.</summary>
    public string? Verb { get; init; }

    /// <summary>API and verb for the log, such as <c>CardTokens Add</c>.</summary>
    public string Name => Verb is null ? Api : $"{Api} {Verb}";

    /// <summary>What is wrong with the request; nothing is sent then.</summary>
    public required IReadOnlyList<FieldError> Errors { get; init; }

    /// <summary>Where and how to send it; asked for only when the request is valid.</summary>
    public required Func<IWire> Wire { get; init; }

    /// <summary>The second wire, for a call that only reads; null: it is not asked.</summary>
    public Func<IWire>? Shadow { get; init; }

    public required MessageExchange Exchange { get; init; }

    /// <summary>All fields but the hash; asked for only when the request is valid.</summary>
    public required Func<WireMessage> Message { get; init; }

    /// <summary>The answer's fields as our type; believes nothing.</summary>
    public required Func<WireMessage, TResponse> Read { get; init; }

    public required Func<TResponse, Verdict> Judge { get; init; }
}
