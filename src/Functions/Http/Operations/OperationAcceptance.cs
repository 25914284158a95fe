using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>The way of every POST that asks for an operation: header, body, intake, answer.</summary>
public sealed class OperationAcceptance(IOperationIntake intake)
{
    /// <summary>Accepts what the request asks for, or says why not.</summary>
    internal async Task<IResult> AcceptAsync(OperationKind kind, HttpRequest http, FunctionContext context)
    {
        if (!IdempotencyKey.TryRead(http, out var key, out var refusedKey))
            return refusedKey;

        var (request, refused) = await JsonRequest.ReadAsync(
            http,
            (body, errors) => OperationRequestReader.Read(kind, body, errors)
        );
        if (request is null)
            return refused!;

        var caller = Caller.Of(http.HttpContext);
        var result = await intake.AcceptAsync(CommandFor(request, caller, key, context));
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
            IdempotencyKey = key,
            Fingerprint = CanonicalRequest.Fingerprint(caller.Merchant.Id, request),
            ApiKeyId = caller.ApiKeyId,
            TraceParent = string.IsNullOrEmpty(context.TraceContext.TraceParent) ? null : context.TraceContext.TraceParent,
        };
}
