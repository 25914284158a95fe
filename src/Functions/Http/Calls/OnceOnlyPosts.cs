using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentOperations.Calls;
using TwoC2P.Outcomes;

namespace PaymentGateway.Http.Calls;

/// <summary>The way of every POST that changes something at 2C2P outside the ledger: executed at most once per Idempotency-Key.</summary>
public sealed class OnceOnlyPosts(IOnceOnlyCalls calls)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    /// <summary>Executes the request, or answers as it was answered before.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="post">How it is sent and answered.</param>
    internal async Task<IResult> RunAsync<TResponse, TBody>(OnceOnlyRequest request, OnceOnlyPost<TResponse, TBody> post)
        where TResponse : class
        where TBody : class
    {
        return await RunAsync(
            request,
            async () =>
            {
                var outcome = await post.Send();
                return outcome is GatewayOutcome<TResponse>.Answered answered
                    ? (new CallEnd<TBody>.Done(post.BodyOf(answered.Response)), null)
                    : (EndOf(outcome, post), ApiProblems.OfWrite(outcome, post.RefusalOf, post.NotFound));
            },
            (body, replayed) => Done(post, body, replayed),
            post.BodyType
        );
    }

    /// <summary>The same for a request that is carried out here, or in a way of its own.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="call">Does it once, and says how it ended; the problem is the answer to every end but done.</param>
    /// <param name="answer">Shows what was done, now or before.</param>
    /// <param name="bodyType">How that is kept.</param>
    internal async Task<IResult> RunAsync<TBody>(
        OnceOnlyRequest request,
        Func<Task<(CallEnd<TBody> End, Problem? Problem)>> call,
        Func<TBody, bool, IResult> answer,
        JsonTypeInfo<TBody> bodyType
    )
        where TBody : class
    {
        Problem? problem = null;
        var result = await calls.RunAsync(
            request,
            async () =>
            {
                (var end, problem) = await call();
                return end;
            },
            bodyType
        );
        return result switch
        {
            OnceOnlyResult<TBody>.Executed { End: CallEnd<TBody>.Done done } executed => answer(done.Answer, executed.Replayed),
            OnceOnlyResult<TBody>.Executed => problem!,
            OnceOnlyResult<TBody>.KeyReused => new Problem(
                ErrorCodes.IdempotencyKeyReused,
                "This Idempotency-Key made another request. Repeat exactly that one, or take a new key for this one."
            ),
            OnceOnlyResult<TBody>.Executing => new Problem(
                ErrorCodes.OperationExecuting,
                "An earlier request with this key is being executed this moment. Repeat this one shortly with the same key."
            )
            {
                RetryAfter = ComeBack,
            },
            OnceOnlyResult<TBody>.OutcomeUnknown => new Problem(
                ErrorCodes.OutcomeUnknown,
                "What the first request with this key did is not known. Look it up; if it was not done, send it with a new key."
            ),
            // Of the requests that come this way only links that are sent are capped.
            OnceOnlyResult<TBody>.DailyLimitReached reached => DailyLimitProblems.OfLinkSends(
                reached.Limit,
                reached.Left,
                reached.BeginsAnewAt
            ),
            OnceOnlyResult<TBody>.Unavailable => new Problem(
                ErrorCodes.Unavailable,
                "Storage or Key Vault could not be reached in time and nothing was sent. Repeat the request with the same Idempotency-Key."
            )
            {
                RetryAfter = ComeBack,
            },
            _ => throw new UnreachableException("Every result has its answer."),
        };
    }

    private static JsonAnswer<TBody> Done<TResponse, TBody>(OnceOnlyPost<TResponse, TBody> post, TBody body, bool replayed)
        where TResponse : class
        where TBody : class
    {
        var headers = post.HeadersOf(body);
        if (replayed)
            headers["Idempotency-Replayed"] = "true";
        return new(post.Status, body, post.BodyType) { Headers = headers };
    }

    // Only a certain refusal, and a request that never left, free the key: in every other case it may have been done.
    private static CallEnd<TBody> EndOf<TResponse, TBody>(GatewayOutcome<TResponse> outcome, OnceOnlyPost<TResponse, TBody> post)
        where TResponse : class
        where TBody : class =>
        outcome switch
        {
            GatewayOutcome<TResponse>.Refused refused => post.RefusalOf(refused.Response).Kind == RefusalKind.Uncertain
                ? new CallEnd<TBody>.Unknown()
                : new CallEnd<TBody>.NotDone(),
            GatewayOutcome<TResponse>.NeverSent => new CallEnd<TBody>.NotDone(),
            _ => new CallEnd<TBody>.Unknown(),
        };
}
