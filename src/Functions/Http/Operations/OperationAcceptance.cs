using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>The way of every POST that asks for an operation: header, body, intake, answer.</summary>
public sealed class OperationAcceptance(IOperationIntake intake)
{
    private const string DryRun = "dryRun";

    /// <summary>Accepts what the request asks for, or says why not; with <c>dryRun=true</c> only says it.</summary>
    internal async Task<IResult> AcceptAsync(OperationKind kind, HttpRequest http, FunctionContext context)
    {
        // A misspelled dryRun must not move money: the query is read as strictly as the body.
        var query = new QueryReader(http, DryRun);
        var isRehearsal = query.Choice(DryRun, "true, false", YesOrNo.Find) == true;
        if (!query.Errors.None)
            return query.Refusal;

        var key = "";
        if (!isRehearsal && !IdempotencyKey.TryRead(http, out key, out var refusedKey))
            return refusedKey;

        var (request, refused) = await JsonRequest.ReadAsync(
            http,
            (body, errors) => OperationRequestReader.Read(kind, body, errors)
        );
        if (request is null)
            return refused!;

        var caller = Caller.Of(http.HttpContext);
        var command = CommandFor(request, caller, key, context);
        var result = isRehearsal ? await intake.RehearseAsync(command) : await intake.AcceptAsync(command);
        return AcceptAnswers.Answer(result, caller.Merchant.Id, kind);
    }

    private static AcceptCommand CommandFor(OperationRequest request, Caller caller, string key, FunctionContext context) =>
        new()
        {
            Merchant = caller.Merchant,
            Kind = request.Kind,
            InvoiceNo = request.InvoiceNo,
            Amount = request.Amount,
            SubMerchants = request.SubMerchants,
            BankAccount = request.BankAccount,
            Reason = request.Reason,
            Metadata = request.Metadata,
            IdempotencyKey = key,
            Fingerprint = CanonicalRequest.Fingerprint(caller.Merchant.Id, request),
            ApiKeyId = caller.ApiKeyId,
            TraceParent = string.IsNullOrEmpty(context.TraceContext.TraceParent) ? null : context.TraceContext.TraceParent,
        };
}
