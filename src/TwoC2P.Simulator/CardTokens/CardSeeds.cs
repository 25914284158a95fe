namespace TwoC2P.Simulator.CardTokens;

/// <summary>The cards that are there from the start.</summary>
internal static class CardSeeds
{
    public static readonly Card[] All =
    [
        new(
            "JT01",
            "260121085327001000",
            "411111XXXXXX1111",
            "Siam Commercial Bank",
            "TH",
            "764",
            "Somchai Jaidee",
            "somchai@shop.example",
            "1230"
        ),
        new("JT01", "260121085327002000", "555555XXXXXX4444", "DBS Bank", "SG", "702", "Mei Tan", "mei.tan@shop.example", "0631"),
        new("JT06", "260121085327004000", "411111XXXXXX1111", "HSBC", "HK", "344", "Wing Lam", "", "0932"),
        new("JT04", "260121085327003000", "411111XXXXXX1111", "Bangkok Bank", "TH", "764", "Anong Suk", "", "0932"),
    ];
}
