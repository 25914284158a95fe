namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>The plans that are there from the start; their next charges are still to come whenever that is.</summary>
internal static class PlanSeeds
{
    public static IEnumerable<Plan> All(DateTime today) =>
        [
            new(
                "JT01",
                "156142",
                InvoicePrefix: "030321135205",
                Currency: "702",
                Amount: "000000009990",
                MaxAccumulateAmount: "000000001000",
                RecurringInterval: "30",
                RecurringCount: "12",
                CurrentCount: "3",
                ChargeNextDate: ChargeDates.AfterInterval(today, "30")
            ),
            new(
                "JT01",
                "156143",
                InvoicePrefix: "SUBSCRIPTION",
                Amount: "000000029900",
                AllowAccumulate: "Y",
                MaxAccumulateAmount: "000000100000",
                ChargeNextDate: ChargeDates.OnDay(today, "0101"),
                ChargeOnDate: "0101"
            ),
            new("JT01", "156144", RecurringStatus: "N", RecurringInterval: "7", RecurringCount: "4", Cancelled: true),
            new(
                "JT06",
                "156142",
                InvoicePrefix: "030321135205",
                Currency: "344",
                Amount: "000000009990",
                RecurringInterval: "30",
                RecurringCount: "12",
                ChargeNextDate: ChargeDates.AfterInterval(today, "30")
            ),
            new("JT04", "256142", RecurringInterval: "7", ChargeNextDate: ChargeDates.AfterInterval(today, "7")),
        ];
}
