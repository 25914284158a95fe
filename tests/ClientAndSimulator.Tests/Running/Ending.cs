using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace ClientAndSimulator.Tests.Running;

/// <summary>How a call ended, the same for all APIs.</summary>
/// <param name="Kind">Answered, Refused, NeverSent, or Unknown and why.</param>
/// <param name="Response">The answer's content, believed or not; null when none was read.</param>
internal sealed record Ending(string Kind, object? Response)
{
    public const string Answered = nameof(GatewayOutcome<object>.Answered);
    public const string Refused = nameof(GatewayOutcome<object>.Refused);
    public const string NeverSent = nameof(GatewayOutcome<object>.NeverSent);

    /// <summary>The kind of an ending whose effect is not known.</summary>
    public static string Unknown(UnknownReason reason) => $"Unknown {reason}";

    public static async Task<Ending> Of<TResponse>(Task<GatewayOutcome<TResponse>> outcome)
        where TResponse : class => Of(await outcome);

    public static Ending Of<TResponse>(GatewayOutcome<TResponse> outcome)
        where TResponse : class =>
        outcome switch
        {
            GatewayOutcome<TResponse>.Verified verified => new(outcome.GetType().Name, verified.Response),
            GatewayOutcome<TResponse>.Unknown unknown => new(Unknown(unknown.Reason), unknown.Unverified),
            GatewayOutcome<TResponse>.NeverSent never => new(NeverSent, string.Join(' ', never.Errors)),
            _ => throw new InvalidOperationException("Cover the new outcome."),
        };

    public static Ending Of(PaymentActionOutcome outcome) =>
        outcome switch
        {
            PaymentActionOutcome.Verified verified => new(outcome.GetType().Name, verified.Response),
            PaymentActionOutcome.Unknown unknown => new(Unknown(unknown.Reason), unknown.Unverified),
            PaymentActionOutcome.NeverSent never => new(NeverSent, string.Join(' ', never.Errors)),
            _ => throw new InvalidOperationException("Cover the new outcome."),
        };
}
