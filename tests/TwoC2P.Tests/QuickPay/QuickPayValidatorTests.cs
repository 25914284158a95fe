using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.QuickPay;

public class QuickPayValidatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(7));
    private static readonly QuickPayLinkTerms Terms = QuickPaySamples.Terms;
    private static readonly QuickPayDelivery Delivery = QuickPaySamples.Delivery;

    private static readonly QuickPayRecurring Plan = new()
    {
        Amount = 10m,
        Interval = 30,
        Count = 12,
    };

    [Fact]
    public void The_samples_are_taken()
    {
        OfTerms(Terms).ShouldBeEmpty();
        OfDelivery(Delivery).ShouldBeEmpty();
        QuickPayRequestValidator
            .Validate(new GenerateAndSendLinkRequest("QP-1", Terms, Delivery), new QuickPaySettings(), Now)
            .ShouldBeEmpty();
        QuickPayRequestValidator.Validate(new UpdateLinkRequest("1", Terms), new QuickPaySettings(), Now).ShouldBeEmpty();
        QuickPayRequestValidator.Validate(new DeleteLinkRequest("1")).ShouldBeEmpty();
    }

    [Fact]
    public void Someone_must_get_the_link() => OfDelivery(new QuickPayDelivery()).ShouldBe(["toEmails", "toMobiles"]);

    [Fact]
    public void Either_kind_of_recipient_is_enough()
    {
        OfDelivery(Delivery with { ToMobiles = [], SmsMessage = null }).ShouldBeEmpty();
        OfDelivery(Delivery with { ToEmails = [], EmailSubject = null, EmailMessage = null }).ShouldBeEmpty();
    }

    [Fact]
    public void Recipients_come_with_their_texts() =>
        OfDelivery(new QuickPayDelivery { ToEmails = Delivery.ToEmails, ToMobiles = Delivery.ToMobiles })
            .ShouldBe(["emailSubject", "emailMessage", "smsMessage"]);

    [Theory]
    [InlineData("a@shop.example;b@shop.example")]
    [InlineData("a@shop")]
    [InlineData("")]
    [InlineData(null)]
    public void An_item_is_one_address(string? address)
    {
        OfDelivery(Delivery with { ToEmails = [address!] }).ShouldBe(["toEmails"]);
        OfDelivery(Delivery with { CcEmails = [address!] }).ShouldBe(["ccEmails"]);
        OfDelivery(Delivery with { BccEmails = [address!] }).ShouldBe(["bccEmails"]);
    }

    [Fact]
    public void Copies_go_with_an_email() =>
        OfDelivery(Delivery with { ToEmails = [], CcEmails = ["a@shop.example"] }).ShouldBe(["ccEmails"]);

    [Theory]
    [InlineData("6599999999")]
    [InlineData("+65 9999 9999")]
    [InlineData("+0599999999")]
    [InlineData("+6599999999;+6588888888")]
    [InlineData("+659999999999999999")]
    public void A_mobile_number_is_international(string mobile) =>
        OfDelivery(Delivery with { ToMobiles = [mobile] }).ShouldBe(["toMobiles"]);

    [Theory]
    [InlineData("a < b")]
    [InlineData("a > b")]
    public void Subject_and_message_have_no_markup(string text)
    {
        OfDelivery(Delivery with { EmailSubject = text }).ShouldBe(["emailSubject"]);
        OfDelivery(Delivery with { EmailMessage = text }).ShouldBe(["emailMessage"]);
    }

    [Theory]
    [InlineData("sgd", "currency")]
    [InlineData("702", "currency")]
    [InlineData("", "currency")]
    public void A_currency_has_three_letters(string currency, string field) =>
        OfTerms(Terms with { Currency = currency }).ShouldBe([field]);

    [Fact]
    public void An_amount_is_positive_and_whole_where_the_currency_is()
    {
        OfTerms(Terms with { Amount = 0m }).ShouldBe(["amount"]);
        OfTerms(Terms with { Amount = 1.5m, Currency = "JPY" }).ShouldBe(["amount"]);
        OfTerms(Terms with { Amount = 1.5m }).ShouldBeEmpty();
        OfTerms(Terms with { Amount = 10_000_000_000m }).ShouldBe(["amount"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gift <b>")]
    [InlineData("ของขวัญ")]
    public void A_description_has_the_published_characters(string text) =>
        OfTerms(Terms with { Description = text }).ShouldBe(["description"]);

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 1000, true)]
    [InlineData(true, 0, false)]
    [InlineData(true, 1001, false)]
    [InlineData(false, 1, false)]
    public void A_limit_of_payments_goes_with_more_than_one(bool isMultiple, int most, bool isOne) =>
        OfTerms(Terms with { AllowMultiplePayment = isMultiple, MaxTransaction = most })
            .ShouldBe(isOne ? [] : ["maxTransaction"]);

    [Fact]
    public void Times_are_not_past_and_addresses_are_absolute()
    {
        OfTerms(Terms with { Expiry = Now }).ShouldBe(["expiry"]);
        OfTerms(Terms with { PaymentExpiry = Now }).ShouldBe(["paymentExpiry"]);
        OfTerms(Terms with { ResultUrl1 = "/back" }).ShouldBe(["resultUrl1"]);
        OfTerms(Terms with { ResultUrl2 = "ftp://shop.example" }).ShouldBe(["resultUrl2"]);
    }

    [Fact]
    public void Choices_are_those_published()
    {
        OfTerms(Terms with { PaymentOption = "X" }).ShouldBe(["paymentOption"]);
        OfTerms(Terms with { Request3DS = "X" }).ShouldBe(["request3DS"]);
        OfTerms(Terms with { PaymentOption = "A", Request3DS = "F" }).ShouldBeEmpty();
        OfTerms(Terms with { UserData = ["1", "2", "3", "4", "5", "6"] }).ShouldBe(["userData"]);
        OfTerms(Terms with { UserData = [null, new string('x', 151)] }).ShouldBe(["userData2"]);
    }

    [Fact]
    public void New_fields_need_version_2_4() =>
        OfTerms(Terms with { UseStoreCardOnly = true, StoreCardUniqueId = "1", IppPeriodFilter = "3" }, "2.1")
            .ShouldBe(["useStoreCardOnly", "storeCardUniqueID", "ippPeriodFilter"]);

    [Fact]
    public void A_plan_has_exactly_one_of_interval_and_day()
    {
        var day = DayAndMonth.TryParseIso("12-31", out var parsed) ? parsed : default;

        OfTerms(Terms with { Recurring = Plan }).ShouldBeEmpty();
        OfTerms(Terms with { Recurring = Plan with { ChargeOnDate = day } }).ShouldBe(["recurringInterval", "chargeOnDate"]);
        OfTerms(Terms with { Recurring = Plan with { Interval = null } }).ShouldBe(["recurringInterval", "chargeOnDate"]);
        OfTerms(Terms with { Recurring = Plan with { AllowAccumulate = true } }).ShouldBe(["maxAccumulateAmount"]);
    }

    [Theory]
    [InlineData("2.4", false, false, 50)]
    [InlineData("2.4", true, false, 45)]
    [InlineData("2.4", true, true, 40)]
    [InlineData("2.1", false, false, 14)]
    public void A_prefix_leaves_room_for_the_numbers_after_it(string version, bool isMultiple, bool isRecurring, int most)
    {
        var terms = Terms with { AllowMultiplePayment = isMultiple, Recurring = isRecurring ? Plan : null };

        OfTerms(terms, version, new string('Q', most)).ShouldBeEmpty();
        OfTerms(terms, version, new string('Q', most + 1)).ShouldBe(["orderIdPrefix"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("QP 1")]
    [InlineData("QP/1")]
    public void A_prefix_has_the_published_characters(string prefix) =>
        OfTerms(Terms, prefix: prefix).ShouldBe(["orderIdPrefix"]);

    [Theory]
    [InlineData("")]
    [InlineData("12x")]
    [InlineData("12345678901")]
    public void A_link_is_up_to_ten_digits(string qpId) =>
        QuickPayRequestValidator.Validate(new QueryLinkRequest(qpId)).ShouldHaveSingleItem().Field.ShouldBe("qpID");

    private static IEnumerable<string> OfTerms(QuickPayLinkTerms terms, string version = "2.4", string prefix = "QP-1") =>
        QuickPayRequestValidator
            .Validate(new GenerateLinkRequest(prefix, terms), new QuickPaySettings { Version = version }, Now)
            .Select(error => error.Field);

    private static IEnumerable<string> OfDelivery(QuickPayDelivery delivery) =>
        QuickPayRequestValidator.Validate(new SendLinkRequest("231095", delivery)).Select(error => error.Field);
}
