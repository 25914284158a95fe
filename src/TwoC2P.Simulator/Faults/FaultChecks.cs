using TwoC2P.Simulator.PaymentAnswers;

namespace TwoC2P.Simulator.Faults;

/// <summary>Whether a fault makes sense. A problem begins with the name of the field.</summary>
internal static class FaultChecks
{
    public static string? Problem(Fault fault)
    {
        if (fault.Kind is null || !FaultKinds.All.TryGetValue(fault.Kind, out var kind))
            return $"kind is one of {string.Join(", ", FaultKinds.All.Keys.Order(StringComparer.Ordinal))}.";
        return OfTheCalls(fault, kind) ?? OfForeignParameters(fault, kind) ?? OfParameters(fault);
    }

    private static string? OfTheCalls(Fault fault, FaultKind kind)
    {
        if (fault.Times is 0 or < -1)
            return "times is at least 1, or -1 for until cleared.";
        if (fault.Skip < 0)
            return "skip is not negative: the number of matching calls that pass first.";
        if (fault.Chance is not (null or (> 0 and <= 1)))
            return "chance is above 0 and at most 1: the share of matching calls that are met.";
        if (IsOther(fault.Match?.ProcessType, kind.ProcessType))
            return $"match.processType: {kind.Name} meets {kind.ProcessType} only.";
        return IsOther(fault.Match?.Api, kind.Api) ? $"match.api: {kind.Name} meets {kind.Api} only." : null;
    }

    private static string? OfForeignParameters(Fault fault, FaultKind kind)
    {
        var foreign = FaultParameters
            .Given.Where(parameter => parameter.Value(fault) && !kind.Parameters.Contains(parameter.Key, StringComparer.Ordinal))
            .Select(parameter => parameter.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (foreign is null)
            return null;
        var known = kind.Parameters.Length == 0 ? "no parameters" : string.Join(", ", kind.Parameters);
        return $"{foreign}: {kind.Name} takes {known}.";
    }

    private static string? OfParameters(Fault fault)
    {
        if (!(fault.Seconds is >= 0 and <= FaultLimits.MostSeconds))
            return $"seconds is not negative, and at most {FaultLimits.MostSeconds}.";
        if (
            fault.Kind == FaultKinds.LateWork
            && new[] { fault.Seconds > 0, fault.At is not null, fault.When is not null }.Count(given => given) > 1
        )
            return "when, at and seconds: late-work takes one of them.";
        return OneOf("when", fault.When, FaultWords.When)
            ?? OneOf("work", fault.Work, FaultWords.Work)
            ?? OneOf("form", fault.Form, FaultWords.Form)
            ?? OfFields(fault)
            ?? OfMarks(fault)
            ?? OfTheRecord(fault);
    }

    private static string? OfFields(Fault fault)
    {
        if (fault.Kind == FaultKinds.SetFields && fault.Fields is not { Count: > 0 })
            return "fields: set-fields needs their published names and the texts to send.";
        if (fault.Kind == FaultKinds.EntrySet && fault.Fields is not { Count: > 0 })
            return $"fields: entry-set needs at least one of {string.Join(", ", RefundEntryFields.Names)}, with its text.";
        foreach (var (name, text) in fault.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (text is null)
                return $"fields.{name} is a text; it may be empty.";
            if (fault.Kind == FaultKinds.EntrySet && !RefundEntryFields.Names.Contains(name, StringComparer.Ordinal))
                return $"fields.{name}: an entry has {string.Join(", ", RefundEntryFields.Names)}.";
        }

        return null;
    }

    private static string? OfMarks(Fault fault) =>
        fault.Kind == FaultKinds.EntryMarks && fault.Marks is null
            ? $"marks: entry-marks needs them; show is one of {string.Join(", ", Marks.Words)}."
            : fault.Marks?.Problem();

    private static string? OfTheRecord(Fault fault)
    {
        if (fault.Record is null)
            return null;
        if (fault.Work == FaultWords.NotDone)
            return "record: nothing is recorded of work that is not done.";
        var words = FaultLimits.Recordable(fault.Match?.ProcessType);
        return words.Length == 0 ? "record: only R, S and V record anything." : OneOf("record", fault.Record, words);
    }

    private static string? OneOf(string name, string? value, string[] words) =>
        value is null || words.Contains(value, StringComparer.Ordinal) ? null : $"{name} is one of {string.Join(", ", words)}.";

    private static bool IsOther(string? matched, string? only) =>
        matched is not null && only is not null && !string.Equals(matched, only, StringComparison.OrdinalIgnoreCase);
}
