using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentGateway.Http.Operations;

/// <summary>What each result of an intake is in HTTP. The only place that knows.</summary>
internal static class AcceptAnswers
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    // A card refund has usually ended by then.
    private const string LookAgainSeconds = "2";

    /// <summary>The answer to a POST.</summary>
    public static IResult Answer(AcceptResult result, MerchantId merchantId, OperationKind kind) =>
        result switch
        {
            AcceptResult.Accepted accepted => Accepted(accepted),
            AcceptResult.Acceptable acceptable => JsonAnswer.Ok(RehearsalBody.Of(acceptable), ApiJson.Plain.RehearsalBody),
            AcceptResult.KeyReused => new Problem(
                ErrorCodes.IdempotencyKeyReused,
                "This Idempotency-Key made another request. Repeat exactly that one, or take a new key for this one."
            ),
            AcceptResult.PaymentNotFound missing => GatewayProblems.PaymentNotFound(missing.Gateway),
            AcceptResult.StatusNotValid status => new Problem(
                ErrorCodes.PaymentStatusNotValid,
                StateAdvice.Of(kind, status.Gateway.Status)
            )
            {
                Gateway = status.Gateway,
            },
            AcceptResult.AmountExceeds exceeds => new Problem(
                ErrorCodes.AmountExceedsRefundable,
                "Ask for at most what is left, or wait whether an operation that is under way fails."
            )
            {
                Refundable = exceeds.Refundable.TwoDecimals(),
            },
            AcceptResult.SettlementExceeds exceeds => new Problem(
                ErrorCodes.AmountExceedsAuthorized,
                "Settle at most what was authorized; the difference cannot be taken with this payment."
            )
            {
                Authorized = exceeds.Authorized.TwoDecimals(),
            },
            AcceptResult.DailyLimitReached reached => DailyLimitProblems.OfRefunds(reached),
            AcceptResult.AmountNotOfCurrency wrong => OperationFields.DecimalsProblem(wrong),
            AcceptResult.InProgress other => new Problem(
                ErrorCodes.OperationInProgress,
                "Another operation of this invoice has to end first. Read it, then repeat this request."
            )
            {
                Operation = OperationAddress.Of(merchantId, other.Kind, other.Id),
                RetryAfter = ComeBack,
            },
            AcceptResult.Executing same => new Problem(
                ErrorCodes.OperationExecuting,
                "An earlier request with this key is being executed this moment. Repeat this one shortly with the same key."
            )
            {
                Operation = OperationAddress.Of(merchantId, kind, same.Id),
                RetryAfter = ComeBack,
            },
            AcceptResult.GatewayRefused refused => GatewayProblems.Refused(refused.Gateway),
            AcceptResult.Unavailable => new Problem(
                ErrorCodes.Unavailable,
                "Storage or Key Vault could not be reached in time. Repeat the request with the same Idempotency-Key: it finds what was begun."
            )
            {
                RetryAfter = ComeBack,
            },
            _ => throw new UnreachableException("Every result of an intake has its answer."),
        };

    private static JsonAnswer<OperationBody> Accepted(AcceptResult.Accepted accepted)
    {
        var operation = accepted.Operation;
        var headers = new Dictionary<string, string>
        {
            ["Location"] = OperationAddress.Of(operation.MerchantId, operation.Kind, operation.Id),
        };
        if (accepted.Replayed)
            headers["Idempotency-Replayed"] = "true";

        var status = operation is { Kind: OperationKind.Void, IsFinal: true }
            ? StatusCodes.Status200OK
            : StatusCodes.Status202Accepted;
        if (status == StatusCodes.Status202Accepted && !operation.IsFinal)
            headers["Retry-After"] = LookAgainSeconds;
        return new(status, OperationBody.Of(operation), ApiJson.Plain.OperationBody) { Headers = headers };
    }
}
