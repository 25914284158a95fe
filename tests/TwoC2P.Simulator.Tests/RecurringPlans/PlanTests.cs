using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.RecurringPlans;

public sealed class PlanTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task An_inquiry_shows_the_plan_of_2C2Ps_sample()
    {
        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "156142"));

        answer.Name.LocalName.ShouldBe("RecurringMaintenanceResponse");
        answer.Text("respReason").ShouldBe("Inquiry Successful");
        answer.Text("invoicePrefix").ShouldBe("030321135205");
        answer.Text("currency").ShouldBe("702");
        answer.Text("amount").ShouldBe("000000009990");
        answer.Text("maskedCardNo").ShouldBe("XXXXXXXXXXXX1111");
        answer.Text("recurringInterval").ShouldBe("30");
        answer.Text("chargeNextDate").ShouldBe("23122026");
    }

    /// <summary>printf %s '2.400156142Y03032113520570200000000999XXX...3012323122026' | openssl dgst -sha256 -hmac 7jYcp4FxFdf0</summary>
    [Theory]
    [InlineData("2.4", "sha256", "e83a5c7a676154ad61710f5662d6d2dd47f0b13bee5b8f9f0b6847845ba485d5")]
    [InlineData("2.1", "sha1", "30f4700f3766dc28ac5db1449f6427b68c9ecbf1")]
    public async Task The_version_decides_the_algorithm(string version, string algorithm, string expected)
    {
        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "156142").With("version", version).SignedWith(algorithm));

        answer.Text("hashValue").ShouldBe(expected);
    }

    [Theory]
    [InlineData("2.2", "sha256")]
    [InlineData("2.3", "sha1")]
    public async Task The_other_algorithm_is_a_wrong_hash(string version, string algorithm)
    {
        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "156142").With("version", version).SignedWith(algorithm));

        answer.Text("respCode").ShouldBe("13");
    }

    [Fact]
    public async Task An_update_replaces_the_plans_values()
    {
        var request = ApiRequest.UpdatePlan("156142").With("recurringStatus", "N").With("recurringInterval", "365");

        var answer = await _sut.CallAsync(request);
        var record = await _sut.ReadAsync("plans/156142");

        answer.Text("respReason").ShouldBe("Update Successful");
        answer.Text("recurringCount").ShouldBe("24");
        record["recurringStatus"]!.GetValue<string>().ShouldBe("N");
        record["recurringInterval"]!.GetValue<string>().ShouldBe("365");
        record["chargeNextDate"]!.GetValue<string>().ShouldBe("07032027");
    }

    [Fact]
    public async Task A_day_of_the_year_takes_the_place_of_the_interval()
    {
        var request = ApiRequest.UpdatePlan("156142").With("recurringInterval", "").With("chargeOnDate", "2902");

        var answer = await _sut.CallAsync(request.With("chargeNextDate", ""));

        answer.Text("recurringInterval").ShouldBeEmpty();
        answer.Text("chargeOnDate").ShouldBe("2902");
        answer.Text("chargeNextDate").ShouldBe("29022028");
    }

    [Fact]
    public async Task Without_a_next_date_the_interval_starts_today()
    {
        var answer = await _sut.CallAsync(ApiRequest.UpdatePlan("156142").With("chargeNextDate", ""));

        answer.Text("chargeNextDate").ShouldBe("23122026");
    }

    [Fact]
    public async Task A_cancellation_is_answered_shortly_and_ends_the_plan()
    {
        var cancelled = await _sut.CallAsync(ApiRequest.Plan("C", "156142"));
        var again = await _sut.CallAsync(ApiRequest.Plan("C", "156142"));
        var updated = await _sut.CallAsync(ApiRequest.UpdatePlan("156142"));
        var shown = await _sut.CallAsync(ApiRequest.Plan("I", "156142"));

        cancelled.Text("respReason").ShouldBe("Cancel Successful");
        cancelled
            .Elements()
            .Select(element => element.Name.LocalName)
            .ShouldBe(["version", "timeStamp", "respCode", "respReason", "recurringUniqueID", "hashValue"]);
        cancelled.IsSigned("sha256", "version", "respCode", "recurringUniqueID").ShouldBeTrue();
        again.Text("respCode").ShouldBe("12");
        updated.Text("respCode").ShouldBe("12");
        shown.Text("recurringStatus").ShouldBe("N");
    }

    [Theory]
    [InlineData("recurringStatus", "")]
    [InlineData("amount", "")]
    [InlineData("allowAccumulate", "")]
    [InlineData("maxAccumulateAmount", "")]
    [InlineData("recurringCount", "")]
    [InlineData("recurringInterval", "")]
    public async Task An_update_needs_all_its_values(string field, string value)
    {
        var answer = await _sut.CallAsync(ApiRequest.UpdatePlan("156142").With(field, value));

        answer.Text("respCode").ShouldBe("10");
    }

    [Theory]
    [InlineData("recurringStatus", "X")]
    [InlineData("amount", "99.90")]
    [InlineData("amount", "9990")]
    [InlineData("amount", "000000000000")]
    [InlineData("allowAccumulate", "y")]
    [InlineData("maxAccumulateAmount", "1000")]
    [InlineData("recurringInterval", "366")]
    [InlineData("recurringInterval", "0")]
    [InlineData("recurringCount", "100000")]
    [InlineData("recurringCount", "-1")]
    [InlineData("chargeNextDate", "20270307")]
    [InlineData("chargeNextDate", "31022027")]
    [InlineData("chargeNextDate", "25122569")]
    [InlineData("chargeNextDate", "24112036")]
    [InlineData("chargeNextDate", "31129999")]
    [InlineData("chargeOnDate", "0101")]
    [InlineData("version", "x")]
    [InlineData("recurringUniqueID", "1561a2")]
    public async Task A_value_out_of_form_fails_validation(string field, string value)
    {
        var answer = await _sut.CallAsync(ApiRequest.UpdatePlan("156142").With(field, value));

        answer.Text("respCode").ShouldBe("11");
        (await _sut.ReadAsync("plans/156142"))["recurringCount"]!.GetValue<string>().ShouldBe("12");
    }

    [Theory]
    [InlineData("recurringUniqueID", "", "10")]
    [InlineData("processType", "", "10")]
    [InlineData("merchantID", "NOBODY", "14")]
    [InlineData("hashValue", "00", "13")]
    [InlineData("processType", "A", "17")]
    [InlineData("recurringUniqueID", "1", "16")]
    public async Task A_request_that_cannot_be_served_is_refused(string field, string value, string code)
    {
        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "156142").With(field, value));

        answer.Text("respCode").ShouldBe(code);
        answer.Text("hashValue").Length.ShouldBe(code is "10" or "14" ? 0 : 64);
    }

    public async ValueTask InitializeAsync() =>
        _sut = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
