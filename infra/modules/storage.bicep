metadata description = 'The ledger, its queues and the deployment packages, reached with identities only.'

import { tagsType } from 'types.bicep'

@description('Name of the storage account, lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Name of the container that packages are deployed to.')
@minLength(3)
@maxLength(63)
param packagesContainer string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('Whether data is kept in three zones instead of one.')
param zoneRedundant bool

@description('Whether only private endpoints reach it.')
param isPrivate bool

@description('Public addresses that operators come from; used only if isPrivate.')
@maxLength(20)
param operatorAddresses string[]

@description('Name of the identity that the app runs as.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Name of the Log Analytics workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

// Held to StorageLayout in src/PaymentOperations by a test. The app and the Functions host create none of these.
var tableNames = [
  'operations'
  'keys'
  'outstanding'
  'index'
  'inbox'
  'quarantine'
  'learned'
  'deliveries'
  'reconciliations'
  'caps'
]
var queueNames = [
  'refunds'
  'refunds-poison'
  'settlements'
  'settlements-poison'
  'webhooks'
  'webhooks-poison'
  'reconciliations'
  'reconciliations-poison'
]
var reportsContainer = 'reconciliations'

// The host keeps its leases in blobs, hence Owner, which does for reports too; the other two are the narrowest that can read and write.
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = { name: workspaceName }

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate && empty(operatorAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: isPrivate ? map(operatorAddresses, address => { value: address, action: 'Allow' }) : []
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: packagesContainer
      properties: { publicAccess: 'None' }
    }

    resource reports 'containers' = {
      name: reportsContainer
      properties: { publicAccess: 'None' }
    }
  }

  // As long as a reconciliation can be started for its day: KeptDays in src/PaymentOperations, held to it by a test.
  resource retention 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'reports'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${reportsContainer}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } } }
            }
          }
        ]
      }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource all 'queues' = [for queue in queueNames: { name: queue }]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource all 'tables' = [for table in tableNames: { name: table }]
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, identity.id, role.value)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// Who changed or deleted what. Reads are left out: the host polls the queues all day.
var changes = [
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

#disable-next-line use-recent-api-versions // the only version with categories for storage services; the "recent" one is of 2016
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::blobs
  properties: { workspaceId: workspace.id, logs: changes }
}

#disable-next-line use-recent-api-versions // as above
resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::queues
  properties: { workspaceId: workspace.id, logs: changes }
}

#disable-next-line use-recent-api-versions // as above
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::tables
  properties: { workspaceId: workspace.id, logs: changes }
}
