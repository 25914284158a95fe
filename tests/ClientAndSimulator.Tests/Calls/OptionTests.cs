using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Calls;

public sealed class OptionTests(RunningSimulator simulator)
{
    [Fact]
    public async Task All_banks_arrive_with_their_cards_and_options()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await OptionVerbs.SeedAsync(sut);

        var banks = await BanksAsync(sut);

        banks.Select(bank => bank.BankName).ShouldBe(["First & Bank", "Second Bank"]);
        banks[0].Bins.ShouldBe(["411111", "455633"]);
        banks[0].Options.Select(option => option.InstallmentPeriod.Value).ShouldBe([3, 6]);
        banks[0].Options[0].MerchantRate.ShouldBe(0m);
        banks[0].Options[0].CustomerRate.ShouldBeNull();
        banks[1].Options[0].MerchantRate.ShouldBeNull();
        banks[1].Options[0].CustomerRate.ShouldBe(0.99m);
        banks[1].Options[0].ValidUntil.Value.ShouldBe(new DateOnly(2027, 12, 31));
    }

    [Fact]
    public async Task A_merchant_without_instalments_has_no_banks()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        (await BanksAsync(sut)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_customer_can_take_is_found_in_what_arrived()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await OptionVerbs.SeedAsync(sut);
        var filter = new InstallmentFilter(500m, "thb", "41111199", new DateOnly(2026, 11, 23));

        var banks = filter.Apply(await BanksAsync(sut));

        banks.ShouldHaveSingleItem().BankShortName.ShouldBe("FIRST");
    }

    private static async Task<IReadOnlyList<InstallmentBank>> BanksAsync(Meeting sut) =>
        (await OptionVerbs.GetAsync(sut)).ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>().Response.Banks;
}
