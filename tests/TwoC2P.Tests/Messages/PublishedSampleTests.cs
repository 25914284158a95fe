using System.Text;
using TwoC2P.CardTokens;
using TwoC2P.Codes;
using TwoC2P.InstallmentOptions;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.Messages;

/// <summary>The XML samples of 2C2P's page, typing errors mended.</summary>
public class PublishedSampleTests
{
    private static readonly MessageLayout[] Layouts =
    [
        PaymentProcessLayouts.Request,
        PaymentProcessLayouts.Response,
        CardTokenLayouts.Request,
        CardTokenLayouts.Response,
        RecurringPlanLayouts.Request,
        RecurringPlanLayouts.Response,
        InstallmentOptionLayouts.Request,
        InstallmentOptionLayouts.Response,
    ];

    public static TheoryData<string> Roots => [.. Layouts.Select(layout => layout.Root)];

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_sample_parses_and_has_every_field_that_its_table_has(string root)
    {
        var layout = Layouts.Single(layout => layout.Root == root);

        var sut = MessageXmlReader.Read(Encoding.UTF8.GetBytes(Vectors.Text($"samples/{root}.xml")), layout);

        sut.ShouldNotBeNull();
        var published = FieldTable.Rows(root).Select(row => row.Field).Where(field => layout.Find(field) is not null).ToList();
        published.ShouldNotBeEmpty();
        published.ShouldAllBe(field => sut.Has(field));
    }

    [Fact]
    public void The_sample_of_instalment_options_maps_completely()
    {
        var xml = Encoding.UTF8.GetBytes(Vectors.Text("samples/IppOptionResponse.xml"));

        var sut = InstallmentOptionMessages.ToResponse(MessageXmlReader.Read(xml, InstallmentOptionLayouts.Response)!);

        (sut.Version, sut.TimeStamp, sut.RespReason).ShouldBe(("2.3", "041016180707", "Success"));
        sut.RespCode.ShouldBe(ResultCode.Success);
        sut.HashValue.ShouldBe("965C8DB713EF63FD50D86DA972BBD4C8E31659F6");
        sut.Banks.Select(bank => bank.BankShortName).ShouldBe(["SIMU", "BBL"]);
        var bank = sut.Banks[0];
        (bank.BankName, bank.BankTerms).ShouldBe(("2C2P Simulator", "Demo terms and conditions"));
        bank.BankLogoUrl.ShouldBe("https://d11fwxgc8zkidi.cloudfront.net/images/ippbanklogo/23.png");
        bank.BankPromoUrl.ShouldBe("https://d11fwxgc8zkidi.cloudfront.net/images/ipppromologo/23.png");
        bank.Bins.ShouldBe(["300307", "365988"]);
        var option = bank.Options.ShouldHaveSingleItem();
        (option.Id.Value, option.InstallmentPeriod.Value).ShouldBe((1, 10));
        (option.IsMerchantPaidOffered, option.MerchantRate, option.MerInterestRate.Value).ShouldBe((false, null, -1m));
        (option.IsCustomerPaidOffered, option.CustomerRate).ShouldBe((true, 1m));
        (option.MinAmount.Value, option.CurrencyCode).ShouldBe((100m, "THB"));
        (option.ValidFrom.Value, option.ValidUntil.Value).ShouldBe((new DateOnly(2016, 3, 1), new DateOnly(2022, 3, 31)));
        sut.Banks[1].Options[0].MerchantRate.ShouldBe(0.40m);
    }
}
