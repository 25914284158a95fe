using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentProcessRequestValidatorTests
{
    private static readonly PaymentProcessRequest Refund = ClientUnderTest.Refund(10m);

    [Theory]
    [InlineData(ProcessType.Settlement)]
    [InlineData(ProcessType.Refund)]
    public void Settlements_and_refunds_need_an_amount(ProcessType type) =>
        Fields(Refund with { ProcessType = type, ActionAmount = null }).ShouldBe(["actionAmount"]);

    [Theory]
    [InlineData(ProcessType.Inquiry)]
    [InlineData(ProcessType.Void)]
    [InlineData(ProcessType.RefundStatus)]
    public void The_others_take_none(ProcessType type)
    {
        Fields(Refund with { ProcessType = type }).ShouldBe(["actionAmount"]);
        Fields(Refund with { ProcessType = type, ActionAmount = null }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-999_999_999_999)]
    public void An_amount_is_greater_than_zero(long minorUnits) =>
        Fields(Refund with { ActionAmount = new Money(minorUnits) }).ShouldContain("actionAmount");

    [Fact]
    public void One_hundredth_and_the_largest_amount_pass()
    {
        Fields(Refund with { ActionAmount = new Money(1) }).ShouldBeEmpty();
        Fields(Refund with { ActionAmount = Money.Max }).ShouldBeEmpty();
    }

    [Fact]
    public void Shares_add_up_to_the_amount()
    {
        Fields(Shared(6m, 4m)).ShouldBeEmpty();
        Fields(Shared(6m, 4.01m)).ShouldBe(["subMerchant subAmount"]);
        Fields(Shared(6m, 3.99m)).ShouldBe(["subMerchant subAmount"]);
    }

    [Fact]
    public void A_share_of_nothing_is_refused_although_the_sum_is_right()
    {
        Fields(Shared(10m, 0m)).ShouldBe(["subMerchant subAmount"]);
        Fields(Shared(11m, -1m)).ShouldBe(["subMerchant subAmount"]);
    }

    [Fact]
    public void Gigantic_shares_do_not_overflow_into_a_right_sum()
    {
        var request = Refund with
        {
            SubMerchants = [new("S1", new Money(long.MaxValue)), new("S2", new Money(long.MaxValue)), new("S3", new Money(1002))],
        };

        Fields(request).ShouldContain("subMerchant subAmount");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_share_names_its_sub_merchant(string subMid) =>
        Fields(Refund with { SubMerchants = [new SubMerchantAmount(subMid, Money.FromAmount(10))] })
            .ShouldBe(["subMerchant subMID"]);

    [Fact]
    public void Only_settlements_and_refunds_have_shares()
    {
        Fields(Shared(6m, 4m) with { ProcessType = ProcessType.Settlement }).ShouldBeEmpty();
        Fields(Shared(6m, 4m) with { ProcessType = ProcessType.Void, ActionAmount = null }).ShouldBe(["subMerchantList"]);
    }

    [Theory]
    [InlineData(ProcessType.Inquiry)]
    [InlineData(ProcessType.Settlement)]
    [InlineData(ProcessType.Void)]
    [InlineData(ProcessType.RefundStatus)]
    public void Only_refunds_have_a_bank_account_and_a_notify_address(ProcessType type)
    {
        var request = Refund with
        {
            ProcessType = type,
            ActionAmount = type is ProcessType.Settlement ? Refund.ActionAmount : null,
            BankAccount = new BankAccount("SCB", "Somchai", "1"),
            NotifyUrl = "https://shop.example/",
        };

        Fields(request).ShouldBe(["bankCode", "accountName", "accountNumber", "notifyURL"]);
        Fields(request with { ProcessType = ProcessType.Refund, ActionAmount = Refund.ActionAmount }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://shop.example/n?a=1&b=2", true)]
    [InlineData("http://127.0.0.1:7071/api/n", true)]
    [InlineData("/n", false)]
    [InlineData("shop.example/n", false)]
    [InlineData("ftp://shop.example/n", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    public void The_notify_address_is_absolute_and_http(string url, bool isValid) =>
        Fields(Refund with { NotifyUrl = url }).Count.ShouldBe(isValid ? 0 : 1);

    [Fact]
    public void Five_user_defined_texts_of_150_characters_are_the_most()
    {
        var longest = new string('u', 150);

        Fields(Refund with { UserDefined = [longest, longest, longest, longest, longest] }).ShouldBeEmpty();
        Fields(Refund with { UserDefined = ["1", "2", "3", "4", "5", "6"] }).ShouldBe(["userDefined"]);
        Fields(Refund with { UserDefined = [null, $"{longest}u"] }).ShouldBe(["userDefined2"]);
    }

    [Theory]
    [InlineData("INV\n1")]
    [InlineData("INV\t1")]
    [InlineData("INV\u00001")]
    [InlineData("INV\u007F")]
    [InlineData("INV\u0085")]
    [InlineData("INV\uFFFE")]
    public void Characters_that_the_message_cannot_carry_are_refused_in_every_text(string text)
    {
        Fields(Refund with { InvoiceNo = text }).ShouldBe(["invoiceNo"]);
        Fields(Refund with { BankAccount = new BankAccount(text, text, text) })
            .ShouldBe(["bankCode", "accountName", "accountNumber"]);
        Fields(Refund with { SubMerchants = [new SubMerchantAmount(text, Money.FromAmount(10))] })
            .ShouldBe(["subMerchant subMID"]);
        Fields(Refund with { UserDefined = [text] }).ShouldBe(["userDefined1"]);
        Fields(Refund with { NotifyUrl = $"https://shop.example/{text}" }).ShouldContain("notifyURL");
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Fields(Refund with { InvoiceNo = "INV\uD800" }).ShouldBe(["invoiceNo"]);
        Fields(Refund with { InvoiceNo = "\uDC00\uD800" }).ShouldBe(["invoiceNo"]);
    }

    [Theory]
    [InlineData("INV/2026/11-001")]
    [InlineData("a#b?c%d'e\"f g&<>")]
    [InlineData("ใบแจ้งหนี้ ๑")]
    [InlineData("😀")]
    public void Letters_of_any_script_and_symbols_pass(string invoiceNo) =>
        Fields(Refund with { InvoiceNo = invoiceNo }).ShouldBeEmpty();

    [Fact]
    public void Errors_are_one_per_rule_and_never_show_the_value()
    {
        var request = Refund with
        {
            InvoiceNo = "",
            ActionAmount = null,
            BankAccount = new BankAccount("SECRETCODE1", null, null),
        };

        var sut = PaymentProcessRequestValidator.Validate(request);

        sut.Select(error => error.Field).ShouldBe(["bankCode", "invoiceNo", "actionAmount"]);
        sut.ShouldAllBe(error => !error.Problem.Contains("SECRET"));
    }

    private static PaymentProcessRequest Shared(decimal first, decimal second) =>
        Refund with
        {
            SubMerchants = [new("S1", new Money((long)(first * 100))), new("S2", new Money((long)(second * 100)))],
        };

    private static List<string> Fields(PaymentProcessRequest request) =>
        [.. PaymentProcessRequestValidator.Validate(request).Select(error => error.Field)];
}
