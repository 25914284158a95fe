using System.Globalization;

namespace Sandbox.Demonstration.Steps;

/// <summary>The shop asks in which instalments a customer can pay.</summary>
internal sealed class InstallmentPlans : IStep
{
    private const string Card = "411111";

    public string Title => "Instalment options: what can this customer take for 4,000.00 THB?";

    public async Task PlayAsync(Stage stage)
    {
        var today = stage.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await stage.Shop.GetAsync(
            $"installment-options?amount=4000.00&currency=THB&bin={Card}&on={today}",
            "gateway.respCode"
        );

        var banks = answer.List("banks");
        stage.Timeline.Check(
            "banks with something to offer",
            "SCB",
            string.Join(", ", banks.Select(bank => bank["bankShortName"]))
        );
        stage.Timeline.Check("months to choose from", "3, 6", Months(banks, "options", "installmentPeriod"));

        var all = (await stage.Gateway.BanksAsync()).Where(bank => bank["bankShortName"] == "SCB");
        stage.Timeline.Check(
            "months that the gateway knows, for any amount",
            "3, 6, 10",
            Months(all, "installmentOptions", "installmentPeriod")
        );
    }

    private static string Months(IEnumerable<Answer> banks, string options, string months) =>
        string.Join(", ", banks.SelectMany(bank => bank.List(options)).Select(option => option[months]));
}
