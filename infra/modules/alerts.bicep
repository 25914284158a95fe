metadata description = 'What wakes a person. docs/runbook.md has a section for each, under the same name; a test holds the two together.'

import { tagsType } from 'types.bicep'

@description('Name of the function app.')
@minLength(2)
@maxLength(60)
param appName string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('Who gets e-mails.')
@maxLength(20)
param emails string[]

@description('Name of the Log Analytics workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

// Severity: 0 money may be wrong, 1 operations do not end by themselves, 2 look today. Each query gives one row with one number.
var rules = [
  {
    name: 'money-alarm'
    description: 'The ledger saw something that must not happen to money.'
    severity: 0
    query: loadTextContent('queries/money-alarm.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'reconciliation-difference'
    description: 'A reconciliation found that the ledger and 2C2P differ about money, or does not come to its end.'
    severity: 1
    query: loadTextContent('queries/reconciliation-difference.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'poison-queue-not-empty'
    description: 'A message has been in a poison queue for 15 minutes: nothing deals with it.'
    severity: 1
    query: loadTextContent('queries/poison-queue-not-empty.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'messages-given-up'
    description: 'A message was given up after five tries, or was not from this app.'
    severity: 1
    query: loadTextContent('queries/messages-given-up.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'operation-too-old'
    description: 'The oldest outstanding operation is older than 15 minutes (900 seconds).'
    severity: 1
    query: loadTextContent('queries/operation-too-old.kql')
    operator: 'GreaterThan'
    threshold: 900
    window: 'PT15M'
  }
  {
    name: 'sweep-silent'
    description: 'The sweep has reported nothing for 15 minutes: nothing repairs lost messages.'
    severity: 1
    query: loadTextContent('queries/sweep-silent.kql')
    operator: 'LessThan'
    threshold: 1
    window: 'PT15M'
  }
  {
    name: 'needs-review'
    description: 'At least one operation waits for a person\'s decision.'
    severity: 2
    query: loadTextContent('queries/needs-review.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'refund-failed'
    description: 'More than 2 refunds in 30 minutes ended without being done.'
    severity: 2
    query: loadTextContent('queries/refund-failed.kql')
    operator: 'GreaterThan'
    threshold: 2
    window: 'PT30M'
  }
  {
    name: 'callbacks-not-verified'
    description: 'More than 2 callbacks in 30 minutes could not be verified or read.'
    severity: 2
    query: loadTextContent('queries/callbacks-not-verified.kql')
    operator: 'GreaterThan'
    threshold: 2
    window: 'PT30M'
  }
  {
    name: 'key-vault-failures'
    description: 'More than 2 reads of secrets failed in 15 minutes.'
    severity: 2
    query: loadTextContent('queries/key-vault-failures.kql')
    operator: 'GreaterThan'
    threshold: 2
    window: 'PT15M'
  }
  {
    name: 'gateway-failures'
    description: 'More than 20 % of at least 5 calls to 2C2P in 15 minutes were not sent or had no usable answer.'
    severity: 2
    query: loadTextContent('queries/gateway-failures.kql')
    operator: 'GreaterThan'
    threshold: 20
    window: 'PT15M'
  }
  {
    name: 'webhook-deliveries-failing'
    description: 'At least one event could not be delivered to a merchant\'s webhook for three days, or more than half of at least 20 attempts in 30 minutes failed.'
    severity: 2
    query: loadTextContent('queries/webhook-deliveries-failing.kql')
    operator: 'GreaterThan'
    threshold: 50
    window: 'PT30M'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = { name: workspaceName }

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'operators-${appName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'payments'
    enabled: true
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${rule.name}-${appName}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      autoMitigate: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      // A new workspace has none of the tables until the first telemetry arrives.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

// A platform metric: it also counts what died before our code could report it.
resource serverErrors 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'server-errors-${appName}'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than 5 answers in 15 minutes were 5xx.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: [resourceId('Microsoft.Web/sites', appName)]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server-errors'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
