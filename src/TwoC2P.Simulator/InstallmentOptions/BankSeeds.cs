using System.Globalization;

namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>The banks that are there from the start: those of 2C2P's samples, and one whose options hold today.</summary>
internal static class BankSeeds
{
    private const string Images = "https://d11fwxgc8zkidi.cloudfront.net/images";

    private static readonly Bank Simulator = new(
        "2C2P Simulator",
        "SIMU",
        $"{Images}/ippbanklogo/23.png",
        $"{Images}/ipppromologo/23.png",
        "Demo terms and conditions",
        ["300307", "365988"],
        [new("1", "10", "-1.00", "1.00", "100.00", "THB", "2016-03-01", "2022-03-31")]
    );

    private static readonly Bank BangkokBank = new(
        "Bangkok Bank",
        "BBL",
        $"{Images}/ippbanklogo/3.png",
        $"{Images}/ipppromologo/3.png",
        "TOC",
        ["411111", "544485"],
        [new("1", "3", "0.40", "0.50", "1.00", "THB", "2014-07-01", "2020-12-31")]
    );

    // A newer sample, without bankPromoUrl and bankTerms.
    private static readonly Bank Hsbc = new(
        "HSBC",
        "HSBC",
        $"{Images}/ippbanklogo/11.png",
        BankPromoUrl: null,
        BankTerms: null,
        ["424625", "448521"],
        [
            new("1", "6", "1.0000", "1.0000", "1.00", "SGD", "2018-02-06", "2023-02-01"),
            new("2", "3", "1.0000", "1.0000", "1.00", "SGD", "2018-02-06", "2023-02-01"),
        ]
    );

    public static IEnumerable<BankList> All(DateTime today) =>
        [
            new("JT01", [Simulator, BangkokBank, Hsbc, Current(today)]),
            new("JT04", [Simulator, BangkokBank, Current(today)]),
            new("JT06", [Hsbc, Current(today)]),
        ];

    private static Bank Current(DateTime today)
    {
        var from = today.AddMonths(-6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var until = today.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Bank(
            "Siam Commercial Bank",
            "SCB",
            $"{Images}/ippbanklogo/5.png",
            $"{Images}/ipppromologo/5.png",
            "One plan per receipt",
            ["411111", "455633"],
            [
                new("1", "3", "0.00", "-1.00", "500.00", "THB", from, until),
                new("2", "6", "0.80", "0.50", "3000.00", "THB", from, until),
                new("3", "10", "-1.00", "0.99", "5000.00", "THB", from, until),
            ]
        );
    }
}
