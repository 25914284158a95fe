namespace DevelopmentHosting.Functions;

/// <inheritdoc cref="Trigger" />
/// <param name="Schedule">NCRONTAB expression or time span; may name settings, <c>%Setting%</c>.</param>
/// <param name="RunOnStartup">Whether it also runs when the app starts.</param>
/// <param name="UseMonitor">Whether the function is told its last and next run.</param>
internal sealed record TimerTrigger(string Name, string Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Name);
