using System.Collections.Frozen;

namespace TwoC2P.Simulator.Faults;

/// <summary>The faults that can be ordered, each with its stage and the process types it can concern (none: all).</summary>
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
    public const string NotifyLost = "notify-lost";

    public static readonly FrozenDictionary<string, FaultKind> All = new FaultKind[]
    {
        new(Delay, FaultStage.Interruption),
        new(NoAnswer, FaultStage.Interruption),
        new(AnswerLost, FaultStage.Interruption),
        new(ClosedAfterReading, FaultStage.Interruption),
        new(Http500, FaultStage.Interruption),
        new(Redirect, FaultStage.Interruption),
        new(Html, FaultStage.Interruption),
        new(WrongHash, FaultStage.Interruption),
        new(RefusalWithoutHash, FaultStage.Interruption),
        new(Truncated, FaultStage.Interruption),
        new(LateWork, FaultStage.Interruption),
        new(RespondWith, FaultStage.Interruption),
        new(RefundStatusLags, FaultStage.Modifier, "RS"),
        new(RefundStatusNotOffered, FaultStage.Modifier, "RS"),
        new(NoUserDefined, FaultStage.Modifier, "RS"),
        new(UserDefinedRefused, FaultStage.Modifier),
        new(PublishedTableForm, FaultStage.Modifier, "R"),
        new(PendingWithoutReference, FaultStage.Modifier, "R"),
        new(VoidPending, FaultStage.Modifier, "V"),
        new(SetFields, FaultStage.Modifier, AddsUp: true),
        new(DeliveryFails, FaultStage.Modifier, AddsUp: true),
        new(NotifyLost, FaultStage.Notification),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
}
