using Clients.Tests.Kiota.Generated;
using Clients.Tests.Kiota.Generated.Merchants.Item;
using Clients.Tests.Kiota.Generated.Merchants.Item.Refunds;
using Clients.Tests.Kiota.Generated.Models;
using Clients.Tests.Support;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Testing;

namespace Clients.Tests.Kiota;

/// <summary>The client that Kiota generated when these tests were built.</summary>
public sealed class KiotaClientTests(ServedGateway gateway) : IDisposable
{
    private readonly HttpClientRequestAdapter adapter = NewAdapter(gateway);

    private WithMerchantItemRequestBuilder Sut => new GatewayClient(adapter).Merchants[ServedGateway.MerchantId];

    [Fact]
    public async Task a_refund_is_made()
    {
        var accepted = await RefundAsync(34.56m, "kiota-1");

        var refund = await Eventually.ResultAsync(
            () => Sut.Refunds[accepted!.Id!.Value].GetAsync(),
            one => one!.Status is OperationStatus.Succeeded or OperationStatus.Failed
        );

        refund!.Status.ShouldBe(OperationStatus.Succeeded);
        refund.Amount.ShouldBe(34.56m);
        refund.Metadata!.AdditionalData["client"].ShouldBe("Kiota");
        refund.Gateway!.RefundReferenceNo.ShouldNotBeNullOrEmpty();
        refund.History!.ShouldNotBeEmpty();
        var again = await RefundAsync(34.56m, "kiota-1");
        again!.Id.ShouldBe(accepted!.Id);
    }

    [Fact]
    public async Task a_rehearsal_makes_none()
    {
        var rehearsal = await Sut.Refunds.PostAsync(Request(1.50m), call => call.QueryParameters.DryRun = true);

        rehearsal!.DryRun.ShouldBe(true);
        rehearsal.Id.ShouldBeNull();
        rehearsal.Amount.ShouldBe(1.50m);
        rehearsal.Refundable!.Value.ShouldBeGreaterThan(0m);
    }

    [Fact]
    public async Task both_lists_of_refunds_are_read()
    {
        var accepted = await RefundAsync(1.02m, "kiota-3");
        await Eventually.ResultAsync(
            () => Sut.Refunds[accepted!.Id!.Value].GetAsync(),
            one => one!.Status == OperationStatus.Succeeded
        );

        var ours = await ListAsync(GetSourceQueryParameterType.Ledger);
        var theirs = await ListAsync(GetSourceQueryParameterType.Gateway);

        ours.ShouldContain(one => one.Id == accepted!.Id && one.Amount == 1.02m);
        theirs.ShouldContain(one => one.OperationId == accepted!.Id && one.Amount == 1.02m && one.GatewayStatus == "RF");
    }

    [Fact]
    public async Task a_refusal_is_an_exception_with_its_code_and_errors()
    {
        var refusal = await Should.ThrowAsync<Problem>(() => RefundAsync(0.001m, "kiota-2"));

        refusal.ResponseStatusCode.ShouldBe(400);
        refusal.Message.ShouldBe(refusal.Detail);
        refusal.Code.ShouldBe(ErrorCode.Invalid_request);
        refusal.Retryable.ShouldBe(false);
        refusal.Errors!.AdditionalData["amount"].ShouldBeOfType<UntypedArray>().GetValue().ShouldHaveSingleItem();
    }

    public void Dispose() => adapter.Dispose();

    // Kiota's ApiKeyAuthenticationProvider takes https only, and the sandbox has none.
    private static HttpClientRequestAdapter NewAdapter(ServedGateway gateway)
    {
        var http = KiotaClientFactory.Create(ServedGateway.NewHandler());
        http.DefaultRequestHeaders.Add("X-Api-Key", ServedGateway.ApiKey);
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = gateway.Address.ToString().TrimEnd('/'),
        };
    }

    private Task<OperationOrRehearsal?> RefundAsync(decimal amount, string key) =>
        Sut.Refunds.PostAsync(Request(amount), call => call.Headers.Add("Idempotency-Key", key));

    private async Task<List<RefundOrGatewayRefund>> ListAsync(GetSourceQueryParameterType source)
    {
        var page = await Sut.Refunds.GetAsync(call =>
        {
            call.QueryParameters.InvoiceNo = ServedGateway.InvoiceNo;
            call.QueryParameters.Source = source;
        });
        return page!.Items!;
    }

    private static RefundRequest Request(decimal amount) =>
        new()
        {
            InvoiceNo = ServedGateway.InvoiceNo,
            Amount = amount,
            Metadata = new Metadata { AdditionalData = { ["client"] = "Kiota" } },
        };
}
