using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.RecurringPlans;

public sealed class BadPlanPatchTests
{
    private const string Address = $"merchants/JT01/recurring-plans/{FakePlans.Id}";

    [Theory]
    [InlineData("active", "\"Y\"")]
    [InlineData("active", "1")]
    [InlineData("active", "null")]
    [InlineData("amount", "0")]
    [InlineData("amount", "-1")]
    [InlineData("amount", "1e3")]
    [InlineData("amount", "1.00001")]
    [InlineData("amount", "\"1.00\"")]
    [InlineData("amount", "12345678901234")]
    [InlineData("amount", "null")]
    [InlineData("allowAccumulate", "\"N\"")]
    [InlineData("allowAccumulate", "null")]
    [InlineData("maxAccumulateAmount", "-0.01")]
    [InlineData("maxAccumulateAmount", "0.00001")]
    [InlineData("maxAccumulateAmount", "null")]
    [InlineData("recurringInterval", "0")]
    [InlineData("recurringInterval", "366")]
    [InlineData("recurringInterval", "1.5")]
    [InlineData("recurringInterval", "\"30\"")]
    [InlineData("recurringCount", "-1")]
    [InlineData("recurringCount", "100000")]
    [InlineData("recurringCount", "99999999999")]
    [InlineData("recurringCount", "null")]
    [InlineData("chargeNextDate", "\"2026-11-22\"")]
    [InlineData("chargeNextDate", "\"2026-02-29\"")]
    [InlineData("chargeNextDate", "\"2036-11-24\"")]
    [InlineData("chargeNextDate", "\"2569-12-25\"")]
    [InlineData("chargeNextDate", "\"9999-12-31\"")]
    [InlineData("chargeNextDate", "\"15122026\"")]
    [InlineData("chargeNextDate", "\"2026-12-15T00:00:00Z\"")]
    [InlineData("chargeNextDate", "20261215")]
    [InlineData("chargeOnDate", "\"0112\"")]
    [InlineData("chargeOnDate", "\"02-30\"")]
    [InlineData("chargeOnDate", "\"13-01\"")]
    [InlineData("chargeOnDate", "12")]
    [InlineData("recurringStatus", "\"Y\"")]
    [InlineData("invoicePrefix", "\"A\"")]
    [InlineData("currency", "\"SGD\"")]
    [InlineData("recurringUniqueID", "\"1\"")]
    public async Task a_wrong_value_is_named_and_nothing_is_asked(string field, string value)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, $$"""{"{{field}}":{{value}}}"""));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Plans.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("[]", "$")]
    [InlineData("", "$")]
    [InlineData("""{"amount":1,"amount":2}""", "amount")]
    [InlineData("""{"recurringInterval":null,"chargeOnDate":"12-01","chargeNextDate":null}""", "chargeNextDate")]
    public async Task a_patch_that_makes_no_sense_is_refused(string patch, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, patch));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Plans.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task everything_that_is_wrong_is_named_at_once()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Patch(Address, """{"active":"Y","amount":0,"recurringInterval":500,"chargeNextDate":"2020-01-01"}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["active", "amount", "chargeNextDate", "recurringInterval"]);
        sut.Plans.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json-patch+json")]
    [InlineData("application/merge-patch+json; charset=utf-16")]
    public async Task another_media_type_is_refused(string mediaType)
    {
        await using var sut = await TestApp.StartAsync();
        using var request = Calls.Patch(Address, """{"amount":1}""");
        request.Content!.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType).ShouldBeTrue();

        using var response = await sut.Http.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        sut.Plans.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_key_that_may_only_read_changes_nothing()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("reader", "recurring-plans:read"));

        using var changed = await sut.Http.SendAsync(Calls.Patch(Address, """{"amount":1}""").With("X-Api-Key", "reader"));
        using var cancelled = await sut.Http.SendAsync(Calls.Delete(Address).With("X-Api-Key", "reader"));

        await changed.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        await cancelled.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Plans.Sent.ShouldBeEmpty();
    }
}
