using Clients.Tests.NSwag.Generated;
using Clients.Tests.Support;
using Testing;

namespace Clients.Tests.NSwag;

/// <summary>The client that NSwag generated when these tests were built.</summary>
public sealed class NSwagClientTests(ServedGateway gateway) : IDisposable
{
#pragma warning disable RS0030 // As the generated client asks for it.
    private readonly HttpClient http = new(ServedGateway.NewHandler())
    {
        BaseAddress = gateway.Address,
        DefaultRequestHeaders = { { "X-Api-Key", ServedGateway.ApiKey } },
    };
#pragma warning restore RS0030

    private GatewayClient Sut => new(http);

    [Fact]
    public async Task a_refund_is_made()
    {
        var accepted = await RefundAsync(23.45m, "nswag-1");

        var refund = await Eventually.ResultAsync(
            () => Sut.GetRefundAsync(ServedGateway.MerchantId, accepted.Id!.Value),
            one => one.Status is OperationStatus.Succeeded or OperationStatus.Failed
        );

        refund.Status.ShouldBe(OperationStatus.Succeeded);
        refund.Amount.ShouldBe(23.45m);
        refund.Metadata!["client"].ShouldBe("NSwag");
        refund.Gateway!.RefundReferenceNo.ShouldNotBeNullOrEmpty();
        refund.History!.ShouldNotBeEmpty();
        var again = await RefundAsync(23.45m, "nswag-1");
        again.Id.ShouldBe(accepted.Id);
    }

    [Fact]
    public async Task a_rehearsal_makes_none()
    {
        var rehearsal = await Sut.CreateRefundAsync(Request(1.50m), ServedGateway.MerchantId, dryRun: true);

        rehearsal.DryRun.ShouldBe(true);
        rehearsal.Id.ShouldBeNull();
        rehearsal.Amount.ShouldBe(1.50m);
        rehearsal.Refundable!.Value.ShouldBeGreaterThan(0m);
    }

    [Fact]
    public async Task both_lists_of_refunds_are_read()
    {
        var accepted = await RefundAsync(1.01m, "nswag-2");
        await Eventually.ResultAsync(
            () => Sut.GetRefundAsync(ServedGateway.MerchantId, accepted.Id!.Value),
            one => one.Status == OperationStatus.Succeeded
        );

        var ours = await Sut.ListRefundsAsync(ServedGateway.InvoiceNo, ServedGateway.MerchantId);
        var theirs = await Sut.ListRefundsAsync(ServedGateway.InvoiceNo, ServedGateway.MerchantId, Source.Gateway);

        ours.Items.ShouldContain(one => one.Id == accepted.Id && one.Amount == 1.01m);
        theirs.Items.ShouldContain(one => one.OperationId == accepted.Id && one.Amount == 1.01m && one.GatewayStatus == "RF");
    }

    [Fact]
    public async Task a_refusal_is_an_exception_with_its_code_and_errors()
    {
        var refusal = await Should.ThrowAsync<ApiException<Problem>>(() => RefundAsync(0.001m, "nswag-3"));

        refusal.StatusCode.ShouldBe(400);
        refusal.Result.Code.ShouldBe(ErrorCode.Invalid_request);
        refusal.Result.Retryable.ShouldBeFalse();
        refusal.Result.Errors!["amount"].ShouldHaveSingleItem();
    }

    public void Dispose() => http.Dispose();

    private Task<OperationOrRehearsal> RefundAsync(decimal amount, string key) =>
        Sut.CreateRefundAsync(Request(amount), ServedGateway.MerchantId, idempotency_Key: key);

    private static RefundRequest Request(decimal amount) =>
        new()
        {
            InvoiceNo = ServedGateway.InvoiceNo,
            Amount = amount,
            Metadata = new Metadata { ["client"] = "NSwag" },
        };
}
