using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Payments;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Operations;
using PaymentOperations.Payments;

namespace PaymentGateway.Http.Refunds;

/// <summary>The refunds of one payment: as our ledger has them, or as 2C2P lists them.</summary>
public sealed class ListRefunds(InvoiceLists lists, IPaymentInquiry gateway)
{
    [Function(nameof(ListRefunds))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/refunds")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = InvoiceLists.Query(request, "source");
        var source = query.Choice("source", EnumWord<RefundSource>.All, EnumWord<RefundSource>.Find);
        if (source != RefundSource.Gateway)
            return await lists.AnswerAsync(OperationKind.Refund, query, request, cancellationToken);

        var invoiceNo = query.Invoice();
        PageReader.Forbid(query, "Leave it out with source=gateway: 2C2P's list is whole.");
        if (!query.Errors.None)
            return query.Refusal;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        return GatewayAnswers.Answer(
            await gateway.GetRefundsAsync(merchant, invoiceNo, cancellationToken),
            refunds => new([.. refunds.Select(refund => GatewayRefundBody.Of(refund, merchant.TimeZone))], NextCursor: null),
            ApiJson.Plain.GatewayRefundList
        );
    }
}
