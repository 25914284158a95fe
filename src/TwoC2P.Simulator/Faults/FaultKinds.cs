using System.Collections.Frozen;

namespace TwoC2P.Simulator.Faults;

/// <summary>The faults that can be ordered, each with its stage, its parameters and what it can concern.</summary>
internal static class FaultKinds
{
    public const string Delay = "delay";
    public const string NoAnswer = "no-answer";
    public const string AnswerLost = "answer-lost";
    public const string ClosedAfterReading = "closed-after-reading";
    public const string Http500 = "http-500";
    public const string Redirect = "redirect";
    public const string Html = "html";
    public const string WrongHash = "wrong-hash";
    public const string RefusalWithoutHash = "refusal-without-hash";
    public const string Truncated = "truncated";
    public const string LateWork = "late-work";
    public const string RespondWith = "respond-with";
    public const string RefundStatusLags = "refund-status-lags";
    public const string RefundStatusNotOffered = "refund-status-not-offered";
    public const string NoUserDefined = "no-user-defined";
    public const string UserDefinedRefused = "user-defined-refused";
    public const string PublishedTableForm = "published-table-form";
    public const string PendingWithoutReference = "pending-without-reference";
    public const string VoidPending = "void-pending";
    public const string SetFields = "set-fields";
    public const string DeliveryFails = "delivery-fails";
    public const string EntryHidden = "entry-hidden";
    public const string EntryTwice = "entry-twice";
    public const string EntrySet = "entry-set";
    public const string EntryMarks = "entry-marks";
    public const string AnswerSays = "answer-says";
    public const string HashWithoutLists = "hash-without-lists";
    public const string NotifyLost = "notify-lost";

    private const string Payments = "PaymentProcess";

    public static readonly FrozenDictionary<string, FaultKind> All = new FaultKind[]
    {
        new(Delay, FaultStage.Interruption, "seconds", "afterWork"),
        new(NoAnswer, FaultStage.Interruption),
        new(AnswerLost, FaultStage.Interruption),
        new(ClosedAfterReading, FaultStage.Interruption),
        new(Http500, FaultStage.Interruption),
        new(Redirect, FaultStage.Interruption, "to"),
        new(Html, FaultStage.Interruption),
        new(WrongHash, FaultStage.Interruption),
        new(RefusalWithoutHash, FaultStage.Interruption, "respCode", "status"),
        new(Truncated, FaultStage.Interruption),
        new(LateWork, FaultStage.Interruption, "seconds", "at", "when"),
        new(RespondWith, FaultStage.Interruption, "respCode", "status"),
        new(RefundStatusLags, FaultStage.Modifier, "seconds") { ProcessType = "RS" },
        new(RefundStatusNotOffered, FaultStage.Modifier, "respCode") { ProcessType = "RS" },
        new(NoUserDefined, FaultStage.Modifier) { ProcessType = "RS" },
        new(EntryHidden, FaultStage.Modifier, "entry") { ProcessType = "RS", AddsUp = true },
        new(EntryTwice, FaultStage.Modifier, "entry") { ProcessType = "RS", AddsUp = true },
        new(EntrySet, FaultStage.Modifier, "entry", "fields") { ProcessType = "RS", AddsUp = true },
        new(EntryMarks, FaultStage.Modifier, "entry", "marks") { ProcessType = "RS", AddsUp = true },
        new(UserDefinedRefused, FaultStage.Modifier),
        new(PublishedTableForm, FaultStage.Modifier) { ProcessType = "R" },
        new(PendingWithoutReference, FaultStage.Modifier) { ProcessType = "R" },
        new(VoidPending, FaultStage.Modifier, "respCode") { ProcessType = "V" },
        new(AnswerSays, FaultStage.Modifier, "respCode", "status", "reference", "form", "work", "record", "marks")
        {
            Api = Payments,
        },
        new(HashWithoutLists, FaultStage.Modifier) { Api = Payments },
        new(SetFields, FaultStage.Modifier, "fields") { AddsUp = true },
        new(DeliveryFails, FaultStage.Modifier, "recipients") { AddsUp = true },
        new(NotifyLost, FaultStage.Notification),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
}
