using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.QuickPay;

public sealed class LinkValidationTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private readonly SimulatorHost _sut = shared.Host;

    /// <summary>A request that is wrong in every way, put right one step at a time, meets the checks in their order.</summary>
    [Fact]
    public async Task The_first_thing_wrong_is_the_answer()
    {
        var request = QuickPayRequest.Send("").With("merchantID", "NOBODY").With("version", "9.9").With("hashValue", "00");
        (string Field, string Value)[] steps =
        [
            ("qpID", "1"),
            ("merchantID", "JT01"),
            ("hashValue", ""),
            ("version", "2.4"),
            ("qpID", "231095"),
            ("emailSubject", "Your order"),
        ];
        request.With("emailSubject", "<b>");
        var codes = new List<string> { (await _sut.CallAsync(request)).Text("resCode") };

        foreach (var (field, value) in steps)
        {
            request.With(field, value);
            if (codes.Count > 2)
                request.With("hashValue", request.Hash());
            codes.Add((await _sut.CallAsync(request)).Text("resCode"));
        }

        codes.ShouldBe(["998", "001", "997", "015", "002", "106", "000"]);
    }

    [Theory]
    [InlineData("toEmails", "not-an-address", "102")]
    [InlineData("toEmails", "a@shop.example;;b@", "102")]
    [InlineData("ccEmails", "a b@shop.example", "105")]
    [InlineData("bccEmails", "@shop.example", "103")]
    [InlineData("toMobiles", "6599999999", "104")]
    [InlineData("toMobiles", "+65 9999 9999", "104")]
    [InlineData("toMobiles", "+6599999999,+6588888888", "104")]
    [InlineData("emailSubject", "a < b", "106")]
    [InlineData("emailMessage", "a > b", "107")]
    [InlineData("emailSubject", "", "998")]
    [InlineData("emailMessage", "", "998")]
    [InlineData("smsMessage", "", "998")]
    [InlineData("timeStamp", "2026-11-23", "997")]
    [InlineData("version", "2", "015")]
    [InlineData("qpID", "12345678901", "002")]
    public async Task A_wrong_value_of_a_message_has_its_own_code(string field, string value, string code)
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095").With(field, value));

        answer.Text("resCode").ShouldBe(code);
        answer.Text("successEmails").ShouldBeEmpty();
        answer
            .IsSigned("qpID", "successEmails", "successMobiles", "failedEmails", "failedMobiles")
            .ShouldBe(code != "998" || field is "emailSubject" or "emailMessage" or "smsMessage");
    }

    [Theory]
    [InlineData("toEmails", 255, "102")]
    [InlineData("emailSubject", 255, "106")]
    [InlineData("emailMessage", 255, "107")]
    [InlineData("smsMessage", 60, "108")]
    public async Task A_text_is_taken_up_to_its_published_length(string field, int length, string code)
    {
        var longest = (field == "toEmails" ? "@shop.example" : "").PadLeft(length, 'x');

        var taken = await _sut.CallAsync(QuickPayRequest.Send("231095").With(field, longest));
        var refused = await _sut.CallAsync(QuickPayRequest.Send("231095").With(field, "x" + longest));

        taken.Text("resCode").ShouldBe("000");
        refused.Text("resCode").ShouldBe(code);
    }

    [Fact]
    public async Task A_message_needs_a_recipient()
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095").With("toEmails", "").With("toMobiles", ""));

        answer.Text("resCode").ShouldBe("101");
    }

    [Theory]
    [InlineData("amount", "0.00", "003")]
    [InlineData("amount", "1,000.00", "003")]
    [InlineData("amount", "0100.00x", "003")]
    [InlineData("amount", "1.001", "003")]
    [InlineData("amount", "1.00001", "003")]
    [InlineData("currency", "702", "004")]
    [InlineData("currency", "XTS", "004")]
    [InlineData("description", "<script>", "005")]
    [InlineData("expiry", "2026-11-23 09:59:59", "006")]
    [InlineData("expiry", "2036-11-23 10:00:01", "006")]
    [InlineData("expiry", "2569-11-23 10:00:01", "006")]
    [InlineData("paymentExpiry", "2569-11-23 10:00:01", "009")]
    [InlineData("paymentOption", "X", "007")]
    [InlineData("ippInterestType", "ALL", "008")]
    [InlineData("paymentExpiry", "27012027", "009")]
    [InlineData("allowMultiplePayment", "yes", "010")]
    [InlineData("maxTransaction", "1001", "011")]
    [InlineData("orderIdPrefix", "ORDER 1", "012")]
    [InlineData("request3DS", "X", "016")]
    [InlineData("enableStoreCard", "X", "017")]
    [InlineData("recurring", "X", "018")]
    [InlineData("amount", "", "998")]
    [InlineData("description", "", "998")]
    public async Task A_wrong_value_of_a_link_has_its_own_code(string field, string value, string code)
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Generate("ORDER-1").With(field, value));

        answer.Text("resCode").ShouldBe(code);
        (await _sut.ReadAsync("links?merchantId=JT01")).ToJsonString().ShouldNotContain("ORDER-1");
    }

    [Theory]
    [InlineData("2.4", "userData5", 150)]
    [InlineData("2.1", "userData5", 255)]
    [InlineData("2.4", "resultUrl1", 255)]
    [InlineData("2.4", "description", 150)]
    public async Task A_text_of_a_link_is_taken_up_to_its_published_length(string version, string field, int length)
    {
        QuickPayRequest Request(int length) =>
            QuickPayRequest
                .Generate($"L{version[^1]}{field}{length}")
                .With("version", version)
                .With("expiry", version == "2.1" ? "27012027" : "2027-01-27 00:00:00")
                .With(field, new string('x', length));

        var taken = await _sut.CallAsync(Request(length));
        var refused = await _sut.CallAsync(Request(length + 1));

        taken.Text("resCode").ShouldBe("000");
        refused.Text("resCode").ShouldBe(field == "description" ? "005" : "997");
    }

    [Theory]
    [InlineData("recurringAmount", "free", "019")]
    [InlineData("allowAccumulate", "", "020")]
    [InlineData("maxAccumulateAmount", "", "021")]
    [InlineData("recurringInterval", "366", "022")]
    [InlineData("recurringCount", "", "023")]
    [InlineData("chargeNextDate", "2027-01-01", "024")]
    [InlineData("chargeNextDate", "25122569", "024")]
    [InlineData("recurringAmount", "1.001", "019")]
    [InlineData("maxAccumulateAmount", "1.001", "021")]
    [InlineData("chargeOnDate", "0101", "027")]
    [InlineData("recurringInterval", "", "026")]
    [InlineData("recurringInterval", "30", "000")]
    public async Task A_recurring_link_has_rules_of_its_own(string field, string value, string code)
    {
        var request = Recurring().With(field, value);

        var answer = await _sut.CallAsync(request);

        answer.Text("resCode").ShouldBe(code);
    }

    [Fact]
    public async Task A_recurring_links_day_has_to_exist()
    {
        var answer = await _sut.CallAsync(Recurring().With("recurringInterval", "").With("chargeOnDate", "3102"));

        answer.Text("resCode").ShouldBe("025");
    }

    [Theory]
    [InlineData("2.1", "N", "N", 14)]
    [InlineData("2.4", "N", "N", 50)]
    [InlineData("2.4", "Y", "N", 45)]
    [InlineData("2.4", "Y", "Y", 40)]
    public async Task The_prefix_must_leave_room_for_what_is_added_to_it(
        string version,
        string many,
        string recurring,
        int longest
    )
    {
        QuickPayRequest Request(int length) =>
            (recurring == "Y" ? Recurring() : QuickPayRequest.Generate(""))
                .With("orderIdPrefix", new string('P', length))
                .With("version", version)
                .With("expiry", version == "2.1" ? "27012027" : "2027-01-27 00:00:00")
                .With("allowMultiplePayment", many);

        var taken = await _sut.CallAsync(Request(longest));
        var refused = await _sut.CallAsync(Request(longest + 1));

        taken.Text("resCode").ShouldBe("000");
        refused.Text("resCode").ShouldBe("012");
    }

    private static QuickPayRequest Recurring() =>
        QuickPayRequest
            .Generate("ORDER-9")
            .With("recurring", "Y")
            .With("recurringAmount", "000000010000")
            .With("allowAccumulate", "Y")
            .With("maxAccumulateAmount", "100.00")
            .With("recurringInterval", "30")
            .With("recurringCount", "12");
}
