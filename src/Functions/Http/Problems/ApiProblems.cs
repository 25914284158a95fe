using System.Diagnostics;
using PaymentGateway.Http.Requests;
using TwoC2P;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Problems;

/// <summary>What each failing outcome of a call to one of 2C2P's APIs beside Payment Action is in HTTP. The only place that knows.</summary>
internal static class ApiProblems
{
    /// <summary>The answer to a request that only asked.</summary>
    /// <param name="outcome">Any outcome but success.</param>
    /// <param name="refusalOf">What a verified refusal says.</param>
    /// <param name="notFound">The error for what 2C2P does not know.</param>
    public static Problem OfRead<T>(GatewayOutcome<T> outcome, Func<T, Refusal> refusalOf, ErrorCode notFound)
        where T : class =>
        outcome switch
        {
            GatewayOutcome<T>.Refused refused => GatewayProblems.OfRead(refusalOf(refused.Response), notFound),
            GatewayOutcome<T>.NeverSent { Reason: NeverSentReason.InvalidRequest } invalid => Invalid(invalid.Errors),
            GatewayOutcome<T>.NeverSent => GatewayProblems.Unreachable(),
            GatewayOutcome<T>.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost } =>
                GatewayProblems.NoAnswer(),
            GatewayOutcome<T>.Unknown { HttpStatus: (401 or 400) and var status } => GatewayProblems.NotTaken(status),
            GatewayOutcome<T>.Unknown => GatewayProblems.Unverifiable(),
            _ => throw new UnreachableException("Every failing outcome has its problem."),
        };

    /// <summary>The answer to a request that was to change something. It may have been changed in every case but a refusal and one that was never sent.</summary>
    /// <param name="outcome">Any outcome but success.</param>
    /// <param name="refusalOf">What a verified refusal says.</param>
    /// <param name="notFound">The error for what 2C2P does not know.</param>
    public static Problem OfWrite<T>(GatewayOutcome<T> outcome, Func<T, Refusal> refusalOf, ErrorCode notFound)
        where T : class =>
        outcome switch
        {
            GatewayOutcome<T>.Refused refused => GatewayProblems.OfWrite(refusalOf(refused.Response), notFound),
            GatewayOutcome<T>.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost } =>
                GatewayProblems.OutcomeUnknown(),
            GatewayOutcome<T>.Unknown => GatewayProblems.OutcomeUnverified(),
            _ => OfRead(outcome, refusalOf, notFound),
        };

    /// <summary>What the client refused to send, by the names that callers know.</summary>
    public static Problem Invalid(IEnumerable<FieldError> errors)
    {
        var byField = new RequestErrors();
        foreach (var error in errors)
            byField.Add(error.Field, error.Problem);

        return new(ErrorCodes.InvalidRequest, "Change the request as the errors say; nothing was done.") { Errors = byField };
    }
}
