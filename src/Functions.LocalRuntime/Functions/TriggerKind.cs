namespace LocalFunctions.Functions;

internal enum TriggerKind
{
    Http,
    Queue,
    Timer,
}
