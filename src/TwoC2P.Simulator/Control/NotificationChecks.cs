using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.PaymentAnswers;

namespace TwoC2P.Simulator.Control;

/// <summary>Whether ordered callbacks make sense. A problem begins with the name of the field.</summary>
internal static class NotificationChecks
{
    private const int MostTimes = 1000;
    private const string EntryOfTheList = "refund ";

    public static string? Problem(NotificationCommand body)
    {
        if (body.Mode is { } mode && !NotificationModes.All.Contains(mode, StringComparer.Ordinal))
            return $"mode is one of {string.Join(", ", NotificationModes.All)}.";
        if (body.Mode == NotificationModes.ForgedTwin && body.Claim is not { Length: 3 })
            return "status: forged-twin splits one of three characters, such as RFF.";
        if (body.Hash is { } hash && !NoticeHash.Words.Contains(hash, StringComparer.Ordinal))
            return $"hash is one of {string.Join(", ", NoticeHash.Words)}.";
        if (body.Times is < 1 or > MostTimes)
            return $"times is at least 1 and at most {MostTimes}.";
        if (!(body.Seconds is >= 0 and <= FaultLimits.MostSeconds))
            return $"seconds is not negative, and at most {FaultLimits.MostSeconds}.";
        return OfFields(body) ?? body.Marks?.Problem();
    }

    private static string? OfFields(NotificationCommand body)
    {
        foreach (var (name, text) in body.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!PaymentProcessFields.Has(name))
                return $"fields.{name}: a callback has {string.Join(", ", PaymentProcessFields.Names)}.";
            if (text is null)
                return $"fields.{name} is a text; it may be empty. To leave the field out, name it in without.";
            if (name.StartsWith(EntryOfTheList, StringComparison.Ordinal) && !body.WithList)
                return $"fields.{name}: only with withList does the callback have such a list.";
        }

        var odd = body.Without?.FirstOrDefault(name => name is null || !PaymentProcessFields.IsPlain(name));
        return odd is null && body.Without?.Contains(null!) != true
            ? null
            : $"without: {odd ?? "null"} is no field of a callback that could be missing.";
    }
}
