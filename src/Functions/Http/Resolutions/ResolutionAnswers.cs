using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Problems;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Resolutions;

/// <summary>What each result of a person's word is in HTTP. The only place that knows.</summary>
internal static class ResolutionAnswers
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public static IResult Answer(ResolutionResult result) =>
        result switch
        {
            ResolutionResult.Settled settled => Shown(StatusCodes.Status200OK, settled.Operation, settled.Replayed),
            ResolutionResult.Waiting waiting => Shown(StatusCodes.Status202Accepted, waiting.Operation, replayed: false),
            ResolutionResult.Refused refused => new Problem(ErrorCodes.ResolutionRefused, refused.Reason)
            {
                Contradictions = [.. refused.Contradictions.Select(ContradictionBody.Of)],
            },
            ResolutionResult.NotFound => NotFound(),
            ResolutionResult.KeyReused => new Problem(
                ErrorCodes.IdempotencyKeyReused,
                "This Idempotency-Key said something else of this operation. Repeat exactly that, or take a new key."
            ),
            ResolutionResult.Unavailable => new Problem(
                ErrorCodes.Unavailable,
                "Storage or Key Vault could not be reached in time. Repeat the request with the same Idempotency-Key: what was said is not lost."
            )
            {
                RetryAfter = ComeBack,
            },
            _ => throw new UnreachableException("Every result of a person's word has its answer."),
        };

    public static Problem NotFound() =>
        new(ErrorCodes.OperationNotFound, "Check the id in the address, as Location gave it: this merchant has none here.");

    private static JsonAnswer<OperationBody> Shown(int status, Operation operation, bool replayed)
    {
        var headers = new Dictionary<string, string>
        {
            ["Location"] = OperationAddress.Of(operation.MerchantId, operation.Kind, operation.Id),
        };
        if (replayed)
            headers["Idempotency-Replayed"] = "true";
        return new(status, OperationBody.Of(operation), ApiJson.Plain.OperationBody) { Headers = headers };
    }
}
