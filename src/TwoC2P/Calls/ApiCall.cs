using TwoC2P.Messages;

namespace TwoC2P.Calls;

/// <summary>One call of an API, ready to be made.</summary>
/// <typeparam name="TResponse">The API's answer.</typeparam>
internal sealed record ApiCall<TResponse>
    where TResponse : class
{
    /// <summary>API and verb for the log, such as <c>CardTokens Add</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What is wrong with the request; nothing is sent then.</summary>
    public required IReadOnlyList<FieldError> Errors { get; init; }

    /// <summary>Where and how to send it; asked for only when the request is valid.</summary>
    public required Func<IWire> Wire { get; init; }

    public required MessageExchange Exchange { get; init; }

    /// <summary>All fields but the hash; asked for only when the request is valid.</summary>
    public required Func<WireMessage> Message { get; init; }

    /// <summary>The answer's fields as our type; believes nothing.</summary>
    public required Func<WireMessage, TResponse> Read { get; init; }

    public required Func<TResponse, Verdict> Judge { get; init; }
}
