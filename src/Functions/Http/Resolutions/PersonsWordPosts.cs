using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Resolutions;

/// <summary>The way of a person's word: header, address, body, intake, answer.</summary>
public sealed class PersonsWordPosts(IResolutionIntake intake)
{
    /// <summary>Has the word weighed, or says why it is none.</summary>
    internal async Task<IResult> TakeAsync(
        HttpRequest http,
        FunctionContext context,
        Func<JsonElement, RequestErrors, PersonsWordRequest?> read
    )
    {
        if (!IdempotencyKey.TryRead(http, out var key, out var refusedKey))
            return refusedKey;

        var (word, refused) = await JsonRequest.ReadAsync(http, read);
        if (word is null)
            return refused!;
        if (!OperationId.TryParse(http.RouteValues["id"] as string, out var id))
            return ResolutionAnswers.NotFound();

        var caller = Caller.Of(http.HttpContext);
        return ResolutionAnswers.Answer(
            await intake.ResolveAsync(
                new ResolveCommand
                {
                    Merchant = caller.Merchant,
                    OperationId = id,
                    Outcome = word.Outcome,
                    Reference = word.Reference,
                    Despite = word.Despite,
                    Actor = word.Actor,
                    Reason = word.Reason,
                    LookedAt = word.LookedAt,
                    IdempotencyKey = key,
                    ApiKeyId = caller.ApiKeyId,
                    TraceParent = string.IsNullOrEmpty(context.TraceContext.TraceParent)
                        ? null
                        : context.TraceContext.TraceParent,
                }
            )
        );
    }
}
