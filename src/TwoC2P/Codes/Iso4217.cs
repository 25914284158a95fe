using System.Collections.Frozen;

namespace TwoC2P.Codes;

/// <summary>Currencies, ISO 4217: cards and recurring plans name them by number (<c>702</c>), instalment options and QuickPay by letters (<c>SGD</c>).</summary>
public static class Iso4217
{
    /// <summary>The most decimals that a currency has.</summary>
    public const int MostDecimals = 4;

    // Letters and number of every entry of list one that has a minor unit, by that unit; metals and test codes have none: nothing is paid in them.
    private const string WithoutDecimals =
        "BIF108 CLP152 DJF262 GNF324 ISK352 JPY392 KMF174 KRW410 PYG600 RWF646 UGX800 UYI940 VND704 VUV548 XAF950 XOF952 XPF953";

    private const string WithTwoDecimals =
        "AED784 AFN971 ALL008 AMD051 AOA973 ARS032 AUD036 AWG533 AZN944 BAM977 BBD052 BDT050 BGN975 BMD060 BND096 BOB068 BOV984 BRL986 BSD044 BTN064 "
        + "BWP072 BYN933 BZD084 CAD124 CDF976 CHE947 CHF756 CHW948 CNY156 COP170 COU970 CRC188 CUC931 CUP192 CVE132 CZK203 DKK208 DOP214 DZD012 EGP818 "
        + "ERN232 ETB230 EUR978 FJD242 FKP238 GBP826 GEL981 GHS936 GIP292 GMD270 GTQ320 GYD328 HKD344 HNL340 HTG332 HUF348 IDR360 ILS376 INR356 IRR364 "
        + "JMD388 KES404 KGS417 KHR116 KPW408 KYD136 KZT398 LAK418 LBP422 LKR144 LRD430 LSL426 MAD504 MDL498 MGA969 MKD807 MMK104 MNT496 MOP446 MRU929 "
        + "MUR480 MVR462 MWK454 MXN484 MXV979 MYR458 MZN943 NAD516 NGN566 NIO558 NOK578 NPR524 NZD554 PAB590 PEN604 PGK598 PHP608 PKR586 PLN985 QAR634 "
        + "RON946 RSD941 RUB643 SAR682 SBD090 SCR690 SDG938 SEK752 SGD702 SHP654 SLE925 SOS706 SRD968 SSP728 STN930 SVC222 SYP760 SZL748 THB764 TJS972 "
        + "TMT934 TOP776 TRY949 TTD780 TWD901 TZS834 UAH980 USD840 USN997 UYU858 UZS860 VED926 VES928 WST882 XCD951 XCG532 YER886 ZAR710 ZMW967 ZWG924";

    private const string WithThreeDecimals = "BHD048 IQD368 JOD400 KWD414 LYD434 OMR512 TND788";
    private const string WithFourDecimals = "CLF990 UYW927";

    private static readonly FrozenDictionary<string, Currency> ByCode = (
        (IEnumerable<Currency>)
            [
                .. Read(WithoutDecimals, 0),
                .. Read(WithTwoDecimals, 2),
                .. Read(WithThreeDecimals, 3),
                .. Read(WithFourDecimals, MostDecimals),
            ]
    )
        .SelectMany(currency => new[] { (Code: currency.Letters, currency), (Code: currency.Number, currency) })
        .ToFrozenDictionary(pair => pair.Code, pair => pair.currency, StringComparer.Ordinal);

    /// <summary>All currencies, by their letters.</summary>
    public static IReadOnlyList<Currency> All { get; } =
    [.. ByCode.Values.Distinct().OrderBy(currency => currency.Letters, StringComparer.Ordinal)];

    /// <summary>The currency of three letters in upper case or of three digits; null when no currency has them.</summary>
    public static Currency? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Whether a text is a currency's three letters, in upper case.</summary>
    public static bool IsAlphabetic(string? code) => Find(code)?.Letters == code && code is not null;

    /// <summary>Whether a text is a currency's three digits.</summary>
    public static bool IsNumeric(string? code) => Find(code)?.Number == code && code is not null;

    /// <summary>The letters of a number, or null when no currency has it.</summary>
    public static string? ToAlphabetic(string? number) => IsNumeric(number) ? Find(number)!.Letters : null;

    private static IEnumerable<Currency> Read(string table, int decimals) =>
        table.Split(' ').Select(entry => new Currency(entry[..3], entry[3..], decimals));
}
