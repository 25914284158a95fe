using System.Text.Json.Serialization.Metadata;
using PaymentGateway.Http.Problems;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Calls;

/// <summary>How one kind of POST is sent to 2C2P and answered.</summary>
/// <typeparam name="TResponse">2C2P's answer.</typeparam>
/// <typeparam name="TBody">Our answer. It is kept sealed for repeats: it may hold personal data, but never a full card number.</typeparam>
internal sealed record OnceOnlyPost<TResponse, TBody>
    where TResponse : class
    where TBody : class
{
    /// <summary>Sends once.</summary>
    public required Func<Task<GatewayOutcome<TResponse>>> Send { get; init; }

    /// <summary>What callers read when 2C2P did it.</summary>
    public required Func<TResponse, TBody> BodyOf { get; init; }

    /// <summary>How that is written and kept.</summary>
    public required JsonTypeInfo<TBody> BodyType { get; init; }

    /// <summary>What a verified refusal says.</summary>
    public required Func<TResponse, Refusal> RefusalOf { get; init; }

    /// <summary>The error for what 2C2P does not know.</summary>
    public required ErrorCode NotFound { get; init; }

    /// <summary>HTTP status of success.</summary>
    public required int Status { get; init; }

    /// <summary>Further headers of success.</summary>
    public Func<TBody, Dictionary<string, string>> HeadersOf { get; init; } = _ => [];
}
