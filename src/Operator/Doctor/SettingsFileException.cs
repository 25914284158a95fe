namespace Operator.Doctor;

/// <summary>The file of settings that the command line names cannot be read.</summary>
internal sealed class SettingsFileException(string message, Exception inner) : Exception(message, inner);
