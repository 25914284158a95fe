using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Payments;

namespace PaymentGateway.Http.Payments;

/// <summary>A payment as 2C2P shows it now.</summary>
public sealed class GetPayment(IPaymentInquiry gateway)
{
    [Function(nameof(GetPayment))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/payments")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryReader(request, InvoiceReader.Name);
        var invoiceNo = query.Invoice();
        if (!query.Errors.None)
            return query.Refusal;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        var read = await gateway.GetPaymentAsync(merchant, invoiceNo, cancellationToken);
        return GatewayAnswers.Answer(read, payment => PaymentBody.Of(payment, merchant), ApiJson.Plain.PaymentBody);
    }
}
