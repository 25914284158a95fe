using PaymentOperations.Operations;

namespace Exploration.Model;

/// <summary>Which reference an answer names.</summary>
internal enum Refers
{
    Nothing,
    Own,
    Another,
}

/// <summary>A verified answer to a request that moves money: one class of pairs of code and status.</summary>
/// <param name="Code">respCode; null for no answer at all.</param>
/// <param name="Status">status.</param>
/// <param name="Refers">The refund's reference.</param>
/// <param name="Cost">0 where an honest gateway says so.</param>
/// <param name="IsLie">Whether it says the opposite of the truth.</param>
internal sealed record Answer(string? Code, string Status, Refers Refers, int Cost, bool IsLie = false)
{
    public string Words =>
        Code is null ? "no answer" : $"answer {Code}/{Status}{(Refers == Refers.Nothing ? "" : $" ref {Refers}")}";

    private static readonly Answer None = new(null, "", Refers.Nothing, 1);
    private static readonly Answer Uncertain = new("99", "", Refers.Nothing, 1);

    /// <summary>What the gateway may say to a request, given what it truly did.</summary>
    public static Answer[] Of(OperationKind kind, Deed deed) =>
        kind switch
        {
            OperationKind.Refund => OfRefund(deed),
            OperationKind.Settlement => OfSettlement(deed),
            _ => OfVoid(deed),
        };

    private static Answer[] OfRefund(Deed deed) =>
        deed switch
        {
            Deed.Done => RefundDone,
            Deed.Taken => RefundTaken,
            Deed.Late => RefundLate,
            _ => RefundRefused,
        };

    private static Answer[] OfSettlement(Deed deed) =>
        deed switch
        {
            Deed.Done => SettlementDone,
            Deed.Late => SettlementLate,
            _ => SettlementRefused,
        };

    private static Answer[] OfVoid(Deed deed) =>
        deed switch
        {
            Deed.Done => VoidDone,
            Deed.Taken => VoidTaken,
            Deed.Late => VoidLate,
            _ => VoidRefused,
        };

    private static readonly Answer[] RefundDone =
    [
        new("00", "RF", Refers.Own, 0),
        None,
        new("00", "RF", Refers.Nothing, 1),
        new("00", "RP", Refers.Own, 1),
        new("42", "RP", Refers.Own, 1),
        new("42", "", Refers.Nothing, 1),
        new("42", "RF", Refers.Own, 1),
        new("00", "", Refers.Nothing, 1),
        new("00", "RR", Refers.Own, 1, IsLie: true),
        new("00", "RF", Refers.Another, 1),
        new("45", "RF", Refers.Own, 1),
        new("45", "RF", Refers.Nothing, 1),
        new("45", "", Refers.Own, 1),
        new("45", "RFF", Refers.Own, 1, IsLie: true),
        new("45", "RFF", Refers.Nothing, 1, IsLie: true),
        new("41", "", Refers.Nothing, 1, IsLie: true),
        new("49", "", Refers.Nothing, 1),
        Uncertain,
    ];

    private static readonly Answer[] RefundTaken =
    [
        new("42", "RP", Refers.Own, 0),
        None,
        new("42", "RP", Refers.Nothing, 1),
        new("42", "", Refers.Nothing, 1),
        new("00", "RP", Refers.Own, 1),
        new("00", "RF", Refers.Own, 1, IsLie: true),
        new("45", "RP", Refers.Own, 1),
        new("45", "RFF", Refers.Nothing, 1, IsLie: true),
        new("45", "RFF", Refers.Own, 1, IsLie: true),
        Uncertain,
    ];

    private static readonly Answer[] RefundRefused =
    [
        new("45", "RFF", Refers.Nothing, 0),
        None,
        new("45", "RFF", Refers.Own, 1),
        new("41", "", Refers.Nothing, 1),
        new("49", "", Refers.Nothing, 1),
        new("00", "RF", Refers.Own, 1, IsLie: true),
        new("00", "RR", Refers.Own, 1),
        new("42", "RP", Refers.Nothing, 1, IsLie: true),
        new("45", "RF", Refers.Own, 1),
        new("02", "", Refers.Another, 1),
        Uncertain,
    ];

    private static readonly Answer[] RefundLate =
    [
        None with
        {
            Cost = 0,
        },
        Uncertain with
        {
            Cost = 0,
        },
        new("49", "", Refers.Nothing, 1),
        new("45", "RFF", Refers.Nothing, 1, IsLie: true),
    ];

    private static readonly Answer[] SettlementDone =
    [
        new("00", "RS", Refers.Nothing, 0),
        None,
        new("00", "S", Refers.Nothing, 1),
        new("00", "", Refers.Nothing, 1),
        new("31", "RS", Refers.Nothing, 1),
        new("31", "", Refers.Nothing, 1, IsLie: true),
        new("34", "A", Refers.Nothing, 1),
        new("39", "RS", Refers.Nothing, 1),
        new("39", "", Refers.Nothing, 1),
        Uncertain,
    ];

    private static readonly Answer[] SettlementRefused =
    [
        new("31", "A", Refers.Nothing, 0),
        None,
        new("34", "A", Refers.Nothing, 1),
        new("39", "S", Refers.Nothing, 1),
        new("00", "RS", Refers.Nothing, 1, IsLie: true),
        new("31", "RS", Refers.Nothing, 1),
        Uncertain,
    ];

    private static readonly Answer[] SettlementLate =
    [
        None with
        {
            Cost = 0,
        },
        new("34", "A", Refers.Nothing, 1),
        new("39", "A", Refers.Nothing, 1),
        new("31", "A", Refers.Nothing, 1, IsLie: true),
    ];

    private static readonly Answer[] VoidDone =
    [
        new("00", "V", Refers.Nothing, 0),
        None,
        new("00", "", Refers.Nothing, 1),
        new("00", "VP", Refers.Nothing, 1),
        new("12", "V", Refers.Nothing, 1),
        new("25", "V", Refers.Nothing, 1),
        new("29", "V", Refers.Nothing, 1),
        new("21", "", Refers.Nothing, 1, IsLie: true),
        Uncertain,
    ];

    private static readonly Answer[] VoidTaken =
    [
        new("00", "VP", Refers.Nothing, 0),
        None,
        new("12", "VP", Refers.Nothing, 1),
        new("00", "V", Refers.Nothing, 1, IsLie: true),
        new("21", "", Refers.Nothing, 1, IsLie: true),
        Uncertain,
    ];

    private static readonly Answer[] VoidRefused =
    [
        new("21", "A", Refers.Nothing, 0),
        None,
        new("12", "", Refers.Nothing, 1),
        new("29", "", Refers.Nothing, 1),
        new("00", "V", Refers.Nothing, 1, IsLie: true),
        new("00", "A", Refers.Nothing, 1),
        Uncertain,
    ];

    private static readonly Answer[] VoidLate =
    [
        None with
        {
            Cost = 0,
        },
        new("29", "", Refers.Nothing, 1),
        new("21", "", Refers.Nothing, 1, IsLie: true),
    ];
}
