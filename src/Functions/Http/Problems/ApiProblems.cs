using System.Diagnostics;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Problems;

/// <summary>What each failing outcome of a call to one of 2C2P's APIs beside Payment Action is in HTTP. The only place that knows.</summary>
internal static class ApiProblems
{
    /// <summary>The answer to a GET whose question did not succeed.</summary>
    /// <param name="outcome">Any outcome but success.</param>
    /// <param name="refusal">What a verified refusal is.</param>
    public static Problem OfRead<T>(GatewayOutcome<T> outcome, Func<T, Problem> refusal)
        where T : class =>
        outcome switch
        {
            GatewayOutcome<T>.Refused refused => refusal(refused.Response),
            GatewayOutcome<T>.NeverSent { Reason: NeverSentReason.InvalidRequest } invalid => Invalid(invalid.Errors),
            GatewayOutcome<T>.NeverSent => GatewayProblems.Unreachable(),
            GatewayOutcome<T>.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost } =>
                GatewayProblems.NoAnswer(),
            GatewayOutcome<T>.Unknown => GatewayProblems.Unverifiable(),
            _ => throw new UnreachableException("Every failing outcome has its problem."),
        };

    /// <summary>A verified refusal.</summary>
    public static Problem Refused(string code, string? reason) =>
        GatewayProblems.Refused(new GatewayResult { RespCode = code, RespDesc = reason });

    /// <summary>What the client refused to send, by the names that callers know.</summary>
    public static Problem Invalid(IEnumerable<FieldError> errors)
    {
        var byField = new RequestErrors();
        foreach (var error in errors)
            byField.Add(error.Field, error.Problem);

        return new(ErrorCodes.InvalidRequest, "Change the request as the errors say; nothing was done.") { Errors = byField };
    }
}
