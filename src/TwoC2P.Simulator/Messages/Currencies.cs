using System.Collections.Frozen;

namespace TwoC2P.Simulator.Messages;

/// <summary>ISO 4217 as the gateway knows it: numbers with their letters, and the few currencies whose minor unit is not a hundredth.</summary>
internal static class Currencies
{
    private const string Listed = """
        008ALL 012DZD 032ARS 036AUD 044BSD 048BHD 050BDT 051AMD 052BBD 060BMD 064BTN 068BOB 072BWP 084BZD 090SBD 096BND 104MMK 108BIF
        116KHR 124CAD 132CVE 136KYD 144LKR 152CLP 156CNY 170COP 174KMF 188CRC 192CUP 203CZK 208DKK 214DOP 222SVC 230ETB 232ERN 238FKP
        242FJD 262DJF 270GMD 292GIP 320GTQ 324GNF 328GYD 332HTG 340HNL 344HKD 348HUF 352ISK 356INR 360IDR 364IRR 368IQD 376ILS 388JMD
        392JPY 398KZT 400JOD 404KES 408KPW 410KRW 414KWD 417KGS 418LAK 422LBP 426LSL 430LRD 434LYD 446MOP 454MWK 458MYR 462MVR 480MUR
        484MXN 496MNT 498MDL 504MAD 512OMR 516NAD 524NPR 532XCG 533AWG 548VUV 554NZD 558NIO 566NGN 578NOK 586PKR 590PAB 598PGK 600PYG
        604PEN 608PHP 634QAR 643RUB 646RWF 654SHP 682SAR 690SCR 702SGD 704VND 706SOS 710ZAR 728SSP 748SZL 752SEK 756CHF 760SYP 764THB
        776TOP 780TTD 784AED 788TND 800UGX 807MKD 818EGP 826GBP 834TZS 840USD 858UYU 860UZS 882WST 886YER 901TWD 924ZWG 925SLE 926VED
        927UYW 928VES 929MRU 930STN 931CUC 933BYN 934TMT 936GHS 938SDG 940UYI 941RSD 943MZN 944AZN 946RON 947CHE 948CHW 949TRY 950XAF
        951XCD 952XOF 953XPF 967ZMW 968SRD 969MGA 970COU 971AFN 972TJS 973AOA 975BGN 976CDF 977BAM 978EUR 979MXV 980UAH 981GEL 984BOV
        985PLN 986BRL 990CLF 997USN
        """;

    private static readonly FrozenDictionary<string, string> LettersByNumber = Listed
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(entry => entry[..3], entry => entry[3..], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Letters = LettersByNumber.Values.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> All => LettersByNumber;

    public static bool IsNumber(string text) => LettersByNumber.ContainsKey(text);

    public static bool AreLetters(string text) => Letters.Contains(text);

    /// <summary>How many decimals an amount of the currency has.</summary>
    public static int DecimalsOf(string letters) =>
        letters switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" => 0,
            "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            "CLF" or "UYW" => 4,
            _ => 2,
        };

    /// <summary>Whether the amount is one that can be paid in the currency.</summary>
    public static bool CanPay(decimal amount, string letters)
    {
        var smallest = DecimalsOf(letters) switch
        {
            0 => 1m,
            3 => 0.001m,
            4 => 0.0001m,
            _ => 0.01m,
        };
        return amount % smallest == 0;
    }
}
