using System.Collections.Frozen;

namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>Sets response fields by their published names; a field of a bank or option is set in each of them.</summary>
internal static class IppOptionFields
{
    private static readonly FrozenDictionary<string, Func<IppOptionResponse, string, IppOptionResponse>> Setters = new Dictionary<
        string,
        Func<IppOptionResponse, string, IppOptionResponse>
    >(StringComparer.Ordinal)
    {
        ["version"] = (answer, value) => answer with { Version = value },
        ["timeStamp"] = (answer, value) => answer with { TimeStamp = value },
        ["respCode"] = (answer, value) => answer with { RespCode = value },
        ["respReason"] = (answer, value) => answer with { RespReason = value },
        ["bankName"] = (answer, value) => EachBank(answer, bank => bank with { BankName = value }),
        ["bankShortName"] = (answer, value) => EachBank(answer, bank => bank with { BankShortName = value }),
        ["bankTerms"] = (answer, value) => EachBank(answer, bank => bank with { BankTerms = value }),
        ["bankLogoUrl"] = (answer, value) => EachBank(answer, bank => bank with { BankLogoUrl = value }),
        ["bankPromoUrl"] = (answer, value) => EachBank(answer, bank => bank with { BankPromoUrl = value }),
        ["bin"] = (answer, value) => EachBank(answer, bank => bank with { Bins = [value] }),
        ["option id"] = (answer, value) => EachOption(answer, option => option with { Id = value }),
        ["option installmentPeriod"] = (answer, value) => EachOption(answer, option => option with { InstallmentPeriod = value }),
        ["option merInterestRate"] = (answer, value) => EachOption(answer, option => option with { MerInterestRate = value }),
        ["option cusInterestRate"] = (answer, value) => EachOption(answer, option => option with { CusInterestRate = value }),
        ["option minAmount"] = (answer, value) => EachOption(answer, option => option with { MinAmount = value }),
        ["option currencyCode"] = (answer, value) => EachOption(answer, option => option with { CurrencyCode = value }),
        ["option validFrom"] = (answer, value) => EachOption(answer, option => option with { ValidFrom = value }),
        ["option validUntil"] = (answer, value) => EachOption(answer, option => option with { ValidUntil = value }),
        ["hashValue"] = (answer, value) => answer with { HashValue = value },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A name that the message does not have changes nothing.</summary>
    public static IppOptionResponse Set(IppOptionResponse answer, string name, string value) =>
        Setters.TryGetValue(name, out var set) ? set(answer, value) : answer;

    private static IppOptionResponse EachBank(IppOptionResponse answer, Func<Bank, Bank> change) =>
        answer with
        {
            Banks = [.. answer.Banks.DefaultIfEmpty(new Bank()).Select(change)],
        };

    private static IppOptionResponse EachOption(IppOptionResponse answer, Func<InstallmentOption, InstallmentOption> change) =>
        EachBank(
            answer,
            bank =>
                bank with
                {
                    InstallmentOptions =
                    [
                        .. (bank.InstallmentOptions ?? []).DefaultIfEmpty(new InstallmentOption()).Select(change),
                    ],
                }
        );
}
