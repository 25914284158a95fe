using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Whatever makes no sense is refused with the name of the field, and nothing is ordered.</summary>
public sealed class FaultRefusalTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private readonly SimulatorHost _sut = shared.Host;

    [Theory]
    [InlineData("\"kind\":\"html\",\"skip\":-1", "skip")]
    [InlineData("\"kind\":\"html\",\"chance\":0", "chance")]
    [InlineData("\"kind\":\"html\",\"chance\":1.5", "chance")]
    [InlineData("\"kind\":\"html\",\"until\":\"tomorrow\"", "until")]
    [InlineData("\"kind\":\"html\",\"times\":\"often\"", "times")]
    [InlineData("\"kind\":\"html\",\"match\":{\"invoice\":\"1\"}", "match.invoice")]
    [InlineData("\"kind\":\"html\",\"tims\":1", "tims")]
    [InlineData("\"kind\":\"html\",\"marks\":{\"show\":\"none\"}", "marks")]
    [InlineData("\"kind\":\"html\",\"entry\":\"all\"", "entry")]
    [InlineData("\"kind\":\"delay\",\"seconds\":99999999", "seconds")]
    [InlineData("\"kind\":\"delay\",\"respCode\":\"00\"", "respCode")]
    [InlineData("\"kind\":\"late-work\",\"when\":\"soon\"", "when")]
    [InlineData("\"kind\":\"late-work\",\"when\":\"released\",\"seconds\":5", "when")]
    [InlineData("\"kind\":\"late-work\",\"at\":\"later\"", "at")]
    [InlineData("\"kind\":\"entry-hidden\",\"match\":{\"processType\":\"R\"}", "match.processType")]
    [InlineData("\"kind\":\"answer-says\",\"match\":{\"api\":\"QuickPay\"}", "match.api")]
    [InlineData("\"kind\":\"answer-says\",\"work\":\"half\"", "work")]
    [InlineData("\"kind\":\"answer-says\",\"form\":\"poem\"", "form")]
    [InlineData("\"kind\":\"answer-says\",\"record\":\"XX\"", "record")]
    [InlineData("\"kind\":\"answer-says\",\"record\":\"V\",\"match\":{\"processType\":\"R\"}", "record")]
    [InlineData("\"kind\":\"answer-says\",\"record\":\"RF\",\"match\":{\"processType\":\"I\"}", "record")]
    [InlineData("\"kind\":\"answer-says\",\"record\":\"RF\",\"work\":\"not-done\"", "record")]
    [InlineData("\"kind\":\"entry-set\"", "fields")]
    [InlineData("\"kind\":\"entry-set\",\"fields\":{\"colour\":\"red\"}", "fields.colour")]
    [InlineData("\"kind\":\"entry-set\",\"fields\":{\"amount\":null}", "fields.amount")]
    [InlineData("\"kind\":\"entry-marks\"", "marks")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{}", "marks.show")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{\"show\":\"half\"}", "marks.show")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{\"show\":\"cut\"}", "marks.length")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{\"show\":\"of\"}", "marks.referenceNo")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{\"show\":\"given\",\"userDefined\":[]}", "marks.userDefined")]
    [InlineData("\"kind\":\"entry-marks\",\"marks\":{\"show\":\"given\",\"userDefined\":[null]}", "marks.userDefined")]
    public async Task A_fault_that_makes_no_sense_is_refused_with_the_name_of_the_field(string members, string field)
    {
        var refusal = await _sut.RefusalAsync(HttpMethod.Post, "faults", $"{{{members}}}");

        refusal.ShouldMatch($"^{field.Replace(".", "\\.", StringComparison.Ordinal)}\\b");
        (await _sut.ReadAsync("faults")).AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"kind\"")]
    [InlineData("html")]
    public async Task A_body_that_is_no_object_is_refused_as_such(string body) =>
        (await _sut.RefusalAsync(HttpMethod.Post, "faults", body)).ShouldStartWith("body: ");

    [Theory]
    [InlineData("notifications", "\"mode\":\"loud\"", "mode")]
    [InlineData("notifications", "\"hash\":\"half\"", "hash")]
    [InlineData("notifications", "\"times\":0", "times")]
    [InlineData("notifications", "\"seconds\":-1", "seconds")]
    [InlineData("notifications", "\"mode\":\"forged-twin\",\"status\":\"RF\"", "status")]
    [InlineData("notifications", "\"fields\":{\"colour\":\"red\"}", "fields.colour")]
    [InlineData("notifications", "\"fields\":{\"amount\":null}", "fields.amount")]
    [InlineData("notifications", "\"fields\":{\"refund amount\":\"1\"}", "fields.refund amount")]
    [InlineData("notifications", "\"without\":[\"colour\"]", "without")]
    [InlineData("notifications", "\"without\":[null]", "without")]
    [InlineData("notifications", "\"marks\":{\"show\":\"half\"}", "marks.show")]
    [InlineData("notifications", "\"amount\":\"1.00\"", "amount")]
    [InlineData("transactions/refunds-in-portal", "\"amount\":\"1.00\"", "count")]
    [InlineData("transactions/refunds-in-portal", "\"count\":2", "amount")]
    [InlineData("transactions/refunds-in-portal", "\"count\":2,\"amount\":1,\"referenceNo\":\"1\"", "referenceNo")]
    [InlineData("transactions/refund-in-portal", "\"amount\":\"-1\"", "amount")]
    [InlineData("transactions/refund-in-portal", "\"amount\":\"much\"", "amount")]
    [InlineData("late-work/release", "\"invoice\":\"1\"", "invoice")]
    public async Task A_command_that_makes_no_sense_is_refused_with_the_name_of_the_field(
        string path,
        string members,
        string field
    )
    {
        var refusal = await _sut.RefusalAsync(HttpMethod.Post, path, $"{{{members}}}");

        refusal.ShouldMatch($"^{field.Replace(".", "\\.", StringComparison.Ordinal)}\\b");
    }

    [Theory]
    [InlineData("faults?invoice=1", "invoice")]
    [InlineData("late-work?processType=R", "processType")]
    public async Task A_misspelt_filter_clears_nothing(string path, string field)
    {
        await _sut.FaultAsync("html", "nobody", new { name = "stays" });

        var refusal = await _sut.RefusalAsync(HttpMethod.Delete, path);
        var cleared = await _sut.DeleteAsync("faults?name=stays");

        refusal.ShouldStartWith($"{field}:");
        cleared["cleared"]!.GetValue<int>().ShouldBe(1);
    }
}
