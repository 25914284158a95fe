namespace Operator.Doctor;

/// <summary>What one check has found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Problem">The cause in one sentence, with what to do; null when all is well.</param>
internal sealed record Finding(string Check, string? Problem)
{
    public static Finding Good(string check) => new(check, null);
}
